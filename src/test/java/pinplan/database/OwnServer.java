package pinplan.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The PostgreSQL from our jar as a server that belongs to no application: stopped, started, copied and put back while they run. */
public final class OwnServer implements AutoCloseable {
    private final PostgresCluster cluster;
    private final String password;
    private final int port;

    public OwnServer(Path home) throws IOException, InterruptedException, SQLException {
        OwnerOnly.folder(home);
        Path passwordFile = home.resolve("password");
        password = OwnerOnly.secret(passwordFile);
        cluster = new PostgresCluster(home, PostgresBinaries.under(home), true);
        cluster.create(passwordFile);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start();
        run("postgres", "create database pinplan");
    }

    public void start() throws IOException, InterruptedException {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC"
                + " -c max_connections=120 -c logging_collector=off";
        pgCtl("start", "-w", "-t", "100", "-l", cluster.log().toString(), "-o", options);
    }

    /** @param mode as of {@code pg_ctl stop -m} */
    public void stop(String mode) throws IOException, InterruptedException {
        pgCtl("stop", "-m", mode, "-w", "-t", "60");
    }

    private void pgCtl(String... words) throws IOException, InterruptedException {
        List<String> command =
                new java.util.ArrayList<>(List.of(cluster.binaries().program("pg_ctl")));
        command.addAll(List.of(words));
        command.addAll(List.of("-D", cluster.data().toString()));
        if (Program.run(command, cluster.log()) != 0) {
            throw new IOException("pg_ctl " + words[0] + " failed, see " + cluster.log());
        }
    }

    public int port() {
        return port;
    }

    public static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return EmbeddedPostgres.USER;
    }

    public String password() {
        return password;
    }

    public Connection connect(String database) throws SQLException {
        return EmbeddedPostgres.connect(port, database, password);
    }

    public void run(String database, String sql) throws SQLException {
        try (Connection server = connect(database);
                Statement statement = server.createStatement()) {
            statement.execute(sql);
        }
    }

    /** While it is stopped: everything that it keeps. */
    public void copyTo(Path copy) throws IOException {
        copy(cluster.data(), copy);
    }

    /** While it is stopped: an old copy takes the place of what is there. */
    public void putBack(Path copy) throws IOException {
        PostgresBinaries.remove(cluster.data());
        copy(copy, cluster.data());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen) throws IOException {
                Path made = Files.createDirectories(to.resolve(from.relativize(folder)));
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop("immediate");
    }
}
