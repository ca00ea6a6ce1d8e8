package pinplan.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * Where our own PostgreSQL listens and how to get in. One server per folder and JVM, on the loopback address only; it
 * lives as long as the JVM, and a {@code kill -9} leaves it for the next start to adopt.
 */
public record EmbeddedPostgres(String jdbcUrl, String username, String password) {
    static final String USER = "pinplan";
    static final String DATABASE = "pinplan";

    /**
     * @param durable false for tests: nothing is synced to disk and each JVM begins with an empty database
     */
    static EmbeddedPostgres under(Path folder, boolean durable) {
        Path home = folder.toAbsolutePath().normalize();
        String known = "pinplan.postgres." + home;
        // The class loaders of dev mode and of tests each have this class: only what the JVM itself loaded is shared.
        synchronized (System.class) {
            try {
                OwnerOnly.folder(home);
                Path passwordFile = home.resolve("password");
                String password = OwnerOnly.secret(passwordFile);
                String url = System.getProperty(known);
                if (url == null) {
                    FileLock lock = lock(home);
                    PostgresCluster cluster = new PostgresCluster(home, PostgresBinaries.under(home), durable);
                    cluster.create(passwordFile);
                    OptionalInt adopted = new LiveServer(cluster.data(), password).port();
                    int port = adopted.isPresent() ? adopted.getAsInt() : cluster.start();
                    PostgresKeeper keeper = new PostgresKeeper(cluster, port);
                    keeper.start();
                    stopAtTheEnd(keeper, lock);
                    createDatabase(port, password, durable);
                    url = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
                    System.setProperty(known, url);
                }
                return new EmbeddedPostgres(url, USER, password);
            } catch (AccessDeniedException e) {
                throw failure(home, "no right to use " + e.getFile() + "; did another user start it before?");
            } catch (IOException | SQLException e) {
                throw failure(home, e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failure(home, "interrupted while starting");
            }
        }
    }

    static Connection connect(int port, String database, String password) throws SQLException {
        Properties login = new Properties();
        login.put("user", USER);
        login.put("password", password);
        return new org.postgresql.Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/" + database, login);
    }

    private static void createDatabase(int port, String password, boolean keep) throws SQLException {
        try (Connection server = connect(port, "postgres", password);
                Statement sql = server.createStatement()) {
            if (!keep) sql.execute("drop database if exists " + DATABASE + " with (force)");
            if (!sql.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")
                    .next()) sql.execute("create database " + DATABASE);
        }
    }

    /** Held until the JVM ends; the kernel frees it, after kill -9 too. */
    private static FileLock lock(Path home) throws IOException {
        FileChannel file = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) return lock;
        } catch (OverlappingFileLockException sameJvm) {
            // falls through: an attempt before this one failed half-way and still holds it
        }
        file.close();
        throw new IOException("another Pinplan is running on this data");
    }

    private static void stopAtTheEnd(PostgresKeeper keeper, FileLock lock) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                keeper.stop();
                                lock.release();
                            } catch (IOException | InterruptedException e) {
                                System.err.println("Pinplan's PostgreSQL could not be stopped: " + e.getMessage());
                            }
                        },
                        "postgres-stop"));
    }

    /** Without its cause: Quarkus prints this kind alone, as a sentence, and the details are in the log file. */
    private static ConfigurationException failure(Path home, String reason) {
        return new ConfigurationException(
                "Pinplan could not start its own PostgreSQL in %s: %s. To use a database of yours instead, set QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD."
                        .formatted(home, reason));
    }
}
