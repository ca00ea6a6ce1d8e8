package pinplan.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** No database URL given: starts our own PostgreSQL and tells Quarkus where it is. Listed in META-INF/services. */
public class EmbeddedPostgresConfig implements ConfigSourceFactory {
    /** Above environment and system properties: an empty QUARKUS_DATASOURCE_JDBC_URL there means none. */
    private static final int ORDINAL = 600;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext config) {
        if (!running(getClass().getClassLoader())) return List.of();
        if (!value(config, "quarkus.datasource.jdbc.url", "").isBlank()) return List.of();
        var postgres = EmbeddedPostgres.under(
                Path.of(value(config, "pinplan.data", "data"), "pg"),
                Boolean.parseBoolean(value(config, "pinplan.durable", "true")));
        return List.of(new PropertiesConfigSource(
                Map.of(
                        "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
                        "quarkus.datasource.username", postgres.username(),
                        "quarkus.datasource.password", postgres.password(),
                        "pinplan.embedded", "true"),
                "embedded PostgreSQL",
                ORDINAL));
    }

    /**
     * Quarkus reads the configuration also while it builds, and test runners read it before any test does: no server
     * then. Only the class loaders that run an application are named here.
     */
    static boolean running(ClassLoader loader) {
        return loader.getClass().getName().equals("io.quarkus.bootstrap.runner.RunnerClassLoader")
                || String.valueOf(loader.getName()).contains("Runtime ClassLoader");
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    private static String value(ConfigSourceContext config, String name, String otherwise) {
        ConfigValue value = config.getValue(name);
        return value == null || value.getValue() == null ? otherwise : value.getValue();
    }
}
