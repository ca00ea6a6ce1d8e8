package pinplan.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pinplan.endurance.PublerWire.Point;
import pinplan.support.PackagedApp;

/**
 * What is done to replicas and database while many pins become due, each time to pins of its own. Where it sleeps, so long the
 * trouble lasts, or the work goes on before it comes; what is expected is waited for, never slept for.
 */
final class Load {
    static final String SHARED = "two replicas share the work";
    private static final Duration BUSY = Duration.ofMinutes(3);

    private final Ground ground;
    private final Supply supply;

    Load(Ground ground, Supply supply) {
        this.ground = ground;
        this.supply = supply;
    }

    /** In the order in which they happen, each with the links of its pins. Two replicas run. */
    Map<String, Callable<List<String>>> troubles() {
        Map<String, Callable<List<String>>> all = new LinkedHashMap<>();
        all.put(SHARED, this::shared);
        all.put("rolling restart of two replicas under load", this::restarted);
        all.put("PostgreSQL stopped with -m immediate under load", this::databaseStopped);
        all.put("PostgreSQL's backends terminated under load", this::backendsTerminated);
        all.put("every connection pool exhausted for 30 s under load", this::poolExhausted);
        all.put("database read-only for a minute under load", this::readOnly);
        all.put("a long REPEATABLE READ transaction", this::longTransaction);
        return all;
    }

    private List<String> shared() throws Exception {
        ground.wire.slow(Duration.ofMillis(700));
        List<String> links = supply.pins(12, 0);
        await("all sent").atMost(BUSY).until(() -> links.stream().allMatch(this::sent));
        ground.wire.slow(Duration.ZERO);
        return links;
    }

    private List<String> restarted() throws Exception {
        List<String> links = supply.pins(12, 30);
        Thread.sleep(4000);
        for (PackagedApp old : ground.running()) {
            old.close();
            ground.start().address();
        }
        return links;
    }

    private List<String> databaseStopped() throws Exception {
        List<String> links = supply.pins(8, 15);
        Thread.sleep(4000);
        ground.server.stop("immediate");
        Thread.sleep(3000);
        ground.server.start();
        Thread.sleep(10_000);
        return links;
    }

    private List<String> backendsTerminated() throws Exception {
        List<String> links = supply.pins(8, 15);
        for (int i = 0; i < 15; i++) {
            Thread.sleep(1000);
            ground.server.run(
                    "postgres",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'pinplan' and pid <> pg_backend_pid()");
        }
        return links;
    }

    /** The first of them is sent and can't be written down, the others become due. */
    private List<String> poolExhausted() throws Exception {
        CompletableFuture<Crowd> came = new CompletableFuture<>();
        String first = supply.pin(3);
        ground.wire.trap(first, Point.ASKED, () -> came.complete(new Crowd(ground.server, ground.running())));
        List<String> links = supply.pins(7, 20);
        links.add(first);
        try (Crowd crowd = came.get(BUSY.toSeconds(), TimeUnit.SECONDS)) {
            Thread.sleep(30_000);
            assertThat(crowd.waiting()).isPositive();
        }
        return links;
    }

    private List<String> readOnly() throws Exception {
        List<String> links = supply.pins(8, 20);
        Thread.sleep(3000);
        ground.server.run("postgres", "alter system set default_transaction_read_only = on");
        ground.server.run("postgres", "select pg_reload_conf()");
        Thread.sleep(60_000);
        ground.server.run("postgres", "alter system reset default_transaction_read_only");
        ground.server.run("postgres", "select pg_reload_conf()");
        return links;
    }

    private List<String> longTransaction() throws Exception {
        try (Connection old = ground.server.connect("pinplan")) {
            old.setAutoCommit(false);
            old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            old.createStatement().executeQuery("select count(*) from publication");
            List<String> links = supply.pins(6, 5);
            await("all sent, though it is open")
                    .atMost(BUSY)
                    .until(() -> links.stream().allMatch(this::sent));
            return links;
        }
    }

    private boolean sent(String link) {
        return !ground.publer.posts().of(link).isEmpty();
    }
}
