package pinplan.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import pinplan.endurance.PublerWire.Point;
import pinplan.support.PackagedApp;

/** What is done at one point of one request, each time to a pin of its own. One replica runs, at the end two. */
final class Requests {
    private static final Duration BUSY = Duration.ofMinutes(3);
    private static final String A_BACKEND_WAITS =
            "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%s%%'";

    private final Ground ground;
    private final Pins pins;
    private final Supply supply;
    private PackagedApp app;

    Requests(Ground ground, Pins pins, Supply supply, PackagedApp app) {
        this.ground = ground;
        this.pins = pins;
        this.supply = supply;
        this.app = app;
    }

    /** In the order in which they happen, each with the links of its pins. */
    Map<String, Callable<List<String>>> troubles() {
        Map<String, Callable<List<String>>> all = new LinkedHashMap<>();
        all.put("kill -9, the claim not committed", this::killedBeforeTheCommit);
        all.put("the claim committed, COMMIT not answered", this::claimUnanswered);
        all.put("kill -9, no byte has arrived", () -> killed(Point.OPEN));
        all.put("kill -9, half of the request has arrived", () -> killed(Point.HALF_ASKED));
        all.put("kill -9, the request has arrived, no answer", () -> killed(Point.ASKED));
        all.put("kill -9, half of the answer is back", () -> killed(Point.HALF_ANSWERED));
        all.put("kill -9, the moment the answer is back", () -> killed(Point.ANSWERED));
        all.put("kill -9, the answer read and not stored", this::killedBeforeItIsStored);
        all.put("kill -9, stored and not polled", this::killedBeforePolling);
        all.put("cut, no byte has arrived", () -> cut(Point.OPEN));
        all.put("cut, half of the request has arrived", () -> cut(Point.HALF_ASKED));
        all.put("cut, no answer", () -> cut(Point.ASKED));
        all.put("cut, half of the answer is back", () -> cut(Point.HALF_ANSWERED));
        all.put("the answer stored, COMMIT not answered", this::storedUnanswered);
        all.put("no connection for 20 s", this::refused);
        all.put("SIGTERM, the answer comes while it ends", () -> terminated(true));
        all.put("SIGTERM, no answer comes", () -> terminated(false));
        all.put("SIGSTOP for 90 s after the claim, a second replica runs, SIGCONT", this::stopped);
        return all;
    }

    private List<String> killedBeforeTheCommit() throws Exception {
        try (Connection holder = lockAttempts()) {
            String link = supply.pin(0);
            await("claimed, not committed").atMost(BUSY).until(() -> waits("insert into attempt"));
            app.kill();
            holder.rollback();
            return startAgain(link);
        }
    }

    /** Whoever claimed does not know of it, and may send nothing; only the sweep finds it. */
    private List<String> claimUnanswered() throws Exception {
        String link = commitUnanswered("insert into attempt");
        await("given up").atMost(BUSY).until(() -> pins.standing(link).state().equals("IN_DOUBT"));
        assertThat(ground.publer.posts().of(link)).isEmpty();
        return List.of(link);
    }

    private List<String> storedUnanswered() throws Exception {
        return List.of(commitUnanswered("update attempt"));
    }

    private String commitUnanswered(String statement) throws Exception {
        app.close();
        app = ground.startOverTheWire();
        app.address();
        String link = supply.pin(3);
        ground.databaseWire.loseTheCommitOf(statement, link);
        await("committed").atMost(BUSY).until(ground.databaseWire::lost);
        return link;
    }

    private List<String> killed(Point point) throws Exception {
        String link = supply.pin(3);
        ground.wire.trap(link, point, () -> {
            app.kill();
            return false;
        });
        await(point.name()).atMost(BUSY).until(() -> ground.wire.sprung() && !app.alive());
        return startAgain(link);
    }

    private List<String> killedBeforeItIsStored() throws Exception {
        String link = supply.pin(3);
        CountDownLatch locked = new CountDownLatch(1);
        Connection[] holder = new Connection[1];
        ground.wire.trap(link, Point.ASKED, () -> {
            holder[0] = lockAttempts();
            locked.countDown();
            return true;
        });
        locked.await();
        await("read, not stored").atMost(BUSY).until(() -> waits("update attempt"));
        app.kill();
        holder[0].close();
        return startAgain(link);
    }

    private List<String> killedBeforePolling() throws Exception {
        String link = supply.pin(0);
        await("stored")
                .pollInterval(Duration.ofMillis(20))
                .atMost(BUSY)
                .until(() -> pins.standing(link).state().equals("ACCEPTED"));
        app.kill();
        return startAgain(link);
    }

    private List<String> startAgain(String link) throws Exception {
        app = ground.start();
        app.address();
        return List.of(link);
    }

    private List<String> cut(Point point) throws Exception {
        String link = supply.pin(3);
        ground.wire.trap(link, point, () -> false);
        await(point.name()).atMost(BUSY).until(ground.wire::sprung);
        return List.of(link);
    }

    private List<String> refused() throws Exception {
        ground.wire.down();
        String link = supply.pin(0);
        Thread.sleep(20_000);
        ground.wire.up();
        return List.of(link);
    }

    private List<String> terminated(boolean answer) throws Exception {
        String link = supply.pin(3);
        ground.wire.trap(link, Point.ASKED, () -> {
            app.signal("TERM");
            Thread.sleep(1000);
            return answer;
        });
        await("its end").atMost(BUSY).until(() -> ground.wire.sprung() && !app.alive());
        return startAgain(link);
    }

    /** Its request arrives when everybody else has long given it up for sent or not sent. */
    private List<String> stopped() throws Exception {
        String link = supply.pin(3);
        CountDownLatch goesOn = new CountDownLatch(1);
        ground.wire.trap(link, Point.OPEN, () -> {
            app.signal("STOP");
            goesOn.await();
            app.signal("CONT");
            return true;
        });
        await("stopped").atMost(BUSY).until(ground.wire::sprung);
        ground.start().address();
        Thread.sleep(90_000);
        goesOn.countDown();
        return List.of(link);
    }

    private Connection lockAttempts() throws SQLException {
        Connection holder = ground.server.connect("pinplan");
        holder.setAutoCommit(false);
        holder.createStatement().execute("lock table attempt in exclusive mode");
        return holder;
    }

    private boolean waits(String statement) throws SQLException {
        try (Connection server = ground.server.connect("pinplan");
                ResultSet found = server.createStatement().executeQuery(A_BACKEND_WAITS.formatted(statement))) {
            return found.next();
        }
    }
}
