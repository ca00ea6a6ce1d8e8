package pinplan.endurance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pinplan.database.OwnServer;
import pinplan.support.PackagedApp;

/** Everything that is real here: one PostgreSQL, packaged applications over it, a wire, and the other end behind it. */
final class Ground implements AutoCloseable {
    private static final Path ALL = Path.of("target", "endurance").toAbsolutePath();
    private static final String MASTER_KEY = "b8Ry0m4kq7m2T1sXw9ZpLc5vNd3fGh6j";

    final OwnServer server;
    final OtherEnd publer = new OtherEnd();
    final PublerWire wire = new PublerWire(publer.port());
    final DatabaseWire databaseWire;
    private final List<PackagedApp> apps = new ArrayList<>();
    private final Path folder;

    /** @param name of the folder, which is empty at the begin and kept at the end: the logs are there */
    Ground(String name) throws Exception {
        folder = ALL.resolve(name);
        remove(folder);
        Files.createDirectories(folder);
        server = new OwnServer(folder.resolve("pg"));
        databaseWire = new DatabaseWire(server);
    }

    /** One more replica: it knows of the others only by the database. Does not wait until it serves. */
    PackagedApp start() throws IOException {
        return start("pinplan");
    }

    PackagedApp start(String database) throws IOException {
        return start(server.port(), database);
    }

    /** One whose connections to the database can be cut. */
    PackagedApp startOverTheWire() throws IOException {
        return start(databaseWire.port(), "pinplan");
    }

    private PackagedApp start(int port, String database) throws IOException {
        PackagedApp app = PackagedApp.start(
                folder,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                                OwnServer.url(port, database) + "?ApplicationName=replica-" + apps.size(),
                        "QUARKUS_DATASOURCE_USERNAME", server.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", server.password(),
                        "PINPLAN_MASTER_KEY", MASTER_KEY,
                        "PINPLAN_DATA", folder.resolve("data").toString(),
                        "PUBLER_API_URL", wire.url()));
        apps.add(app);
        return app;
    }

    List<PackagedApp> running() {
        return apps.stream().filter(PackagedApp::alive).toList();
    }

    Path folder() {
        return folder;
    }

    /** What is in the documents of this run, one part for each class. */
    static void tell(String part, String text) throws IOException {
        System.out.println(text);
        Files.createDirectories(ALL);
        Files.writeString(ALL.resolve(part + ".md"), text);
    }

    @Override
    public void close() throws Exception {
        for (PackagedApp app : running()) app.kill();
        wire.close();
        databaseWire.close();
        publer.close();
        server.close();
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
