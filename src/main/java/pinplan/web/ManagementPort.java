package pinplan.web;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The management port is the pages' port + 1000 unless it is set, so that two applications on one machine need only
 * one setting each. Listed in META-INF/services.
 */
public class ManagementPort implements ConfigSourceFactory {
    private static final int HIGHEST = 65_535;
    /** Below every place where somebody could set it. */
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext config) {
        ConfigValue pages = config.getValue("quarkus.http.port");
        if (pages == null || pages.getValue() == null || !pages.getValue().matches("\\d{1,5}")) return List.of();
        String port = String.valueOf(beside(Integer.parseInt(pages.getValue())));
        return List.of(new PropertiesConfigSource(Map.of("quarkus.management.port", port), "management port", ORDINAL));
    }

    /** 0 stays "any free port". */
    static int beside(int port) {
        if (port == 0) return 0;
        return port + 1000 <= HIGHEST ? port + 1000 : port - 1000;
    }
}
