package pinplan.endurance;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import pinplan.database.OwnServer;
import pinplan.support.PackagedApp;

/** People who ask for a page, all at once, while what each page reads first is locked: until they go, no connection is free. */
final class Crowd implements AutoCloseable {
    /** As many connections as a replica has in its pool; more people than that come. */
    private static final int POOL = 20;

    private static final String WAITING =
            "select count(*) from pg_stat_activity where application_name like 'replica-%'"
                    + " and wait_event_type = 'Lock' and query ilike '%from session%'";

    private final OwnServer server;
    private final Connection lock;

    /** Returns when no replica has a connection left. */
    Crowd(OwnServer server, List<PackagedApp> replicas) throws Exception {
        this.server = server;
        lock = server.connect("pinplan");
        lock.setAutoCommit(false);
        lock.createStatement().execute("lock table session in access exclusive mode");
        for (PackagedApp replica : replicas) {
            for (int i = 0; i < 2 * POOL; i++) ask(URI.create(replica.address()).resolve("/calendar"));
        }
        await("no connection is free").atMost(Duration.ofMinutes(1)).until(() -> waiting() == POOL * replicas.size());
    }

    private static void ask(URI page) {
        HttpRequest request =
                HttpRequest.newBuilder(page).header("Cookie", "pinplan=nobody").build();
        HttpClient.newHttpClient().sendAsync(request, BodyHandlers.discarding());
    }

    /** How many connections are held so. */
    int waiting() throws SQLException {
        try (Connection asking = server.connect("pinplan");
                ResultSet row = asking.createStatement().executeQuery(WAITING)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The lock goes, and everybody gets their page. */
    @Override
    public void close() throws SQLException {
        lock.close();
    }
}
