package pinplan.database;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;

/** The way to the database for a command beside the application, whether that runs or not: by the same settings. */
public final class Door {
    private final SmallRyeConfig config;

    public Door(SmallRyeConfig config) {
        this.config = config;
    }

    public Connection open() throws SQLException, IOException, InterruptedException {
        if (!embedded()) {
            return DriverManager.getConnection(
                    text("quarkus.datasource.jdbc.url").orElseThrow(),
                    text("quarkus.datasource.username").orElse(null),
                    text("quarkus.datasource.password").orElse(null));
        }
        Path home = data().resolve("pg");
        if (!Files.exists(home.resolve("password"))) {
            throw new IOException("there is no database in " + home.toAbsolutePath());
        }
        OptionalInt port = running(home);
        if (port.isPresent()) {
            return EmbeddedPostgres.connect(port.getAsInt(), EmbeddedPostgres.DATABASE, password(home));
        }
        EmbeddedPostgres started = EmbeddedPostgres.under(home, true);
        return DriverManager.getConnection(started.jdbcUrl(), started.username(), started.password());
    }

    private static OptionalInt running(Path home) throws IOException, InterruptedException {
        return new LiveServer(home.resolve("data"), password(home)).port();
    }

    private static String password(Path home) throws IOException {
        return Files.readString(home.resolve("password")).strip();
    }

    /** It is never made here: nothing is sealed with one that is new. */
    public byte[] masterKey() throws IOException {
        Path file = data().resolve("master.key");
        if (embedded() && text("pinplan.master-key").isEmpty() && !Files.exists(file)) {
            throw new IOException("there is no master key in " + file.toAbsolutePath());
        }
        return MasterKey.outside(text("pinplan.master-key"), embedded(), data());
    }

    private boolean embedded() {
        return text("quarkus.datasource.jdbc.url").isEmpty();
    }

    private Path data() {
        return Path.of(text("pinplan.data").orElse("data"));
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }
}
