package pinplan.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import pinplan.publishing.Backlog;

/** Our claim and our whole way, beside the bare statement and other engines: by turns, so that all have the same weather. */
final class Comparison {
    private static final int THREADS = 10;
    private static final int ROUNDS = 3;

    /** What runs for days has been translated by then, and a round is short. These do not count. */
    private static final int WARM_UP = 10;

    private static final Duration CALL = Duration.ofMillis(50);
    private static final double IDEAL = THREADS * 1000.0 / CALL.toMillis();

    private static final String BARE = "The bare claim statement, an update and a commit";
    private static final String CLAIM = "Our claim, up to 10 pins at once";
    private static final String CLAIM_APART = "Our claim, each pin by itself";
    private static final String OURS = "Our claim, call, durable answer: up to 10 pins to a request";
    private static final String APART = "The same: each pin with a request of its own";
    private static final String SLOW = "The same: up to 10 pins to a request, a call of 50 ms";
    private static final String SLOW_APART = "The same: each pin with a request of its own, a call of 50 ms";
    private static final String DB_SCHEDULER = "db-scheduler";
    private static final String QUARTZ = "Quartz, clustered";

    /** So many requests a key may make at once; some threads share the pins of a workspace, and use more of them. */
    private static final int MANY = 5;

    private final Map<String, Engine> engines = new LinkedHashMap<>();
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    Comparison(DataSource database, Backlog backlog) throws Exception {
        engines.put(BARE, new BareClaim(database, backlog, MANY, THREADS));
        engines.put(CLAIM, new OurClaim(backlog, MANY, false, THREADS));
        engines.put(CLAIM_APART, new OurClaim(backlog, 1, true, THREADS));
        engines.put(OURS, new OurLifecycle(backlog, MANY, false, Duration.ZERO));
        engines.put(APART, new OurLifecycle(backlog, 1, true, Duration.ZERO));
        engines.put(SLOW, new OurLifecycle(backlog, MANY, false, CALL));
        engines.put(SLOW_APART, new OurLifecycle(backlog, 1, true, CALL));
        engines.put(DB_SCHEDULER, new DbScheduler(database, THREADS));
        engines.put(QUARTZ, new Quartz(database, THREADS));
    }

    void measure(Duration atLeast, Report report) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            for (Engine engine : engines.values()) engine.round();
        }
        long start = System.nanoTime();
        for (int i = 0; i < ROUNDS || System.nanoTime() - start < atLeast.toNanos(); i++) {
            for (Map.Entry<String, Engine> each : engines.entrySet()) {
                rates.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                        .add(each.getValue().round());
            }
        }
        tell(report);
    }

    private void tell(Report report) throws IOException {
        for (String name : rates.keySet()) {
            List<Double> all = rates.get(name);
            report.figure(name, "%,.0f a second (%d rounds)", Rounds.median(all), all.size());
        }
        double share = ratio(CLAIM, BARE);
        report.goal("Our claim by the bare statement", share >= 0.25, "≥ 0.25", "%.2f", share);
        double beside = ratio(OURS, DB_SCHEDULER);
        report.goal("Our pins by db-scheduler's tasks", beside >= 3, "≥ 3", "%.2f", beside);
        report.figure("Our pins by Quartz' jobs", "%.2f", ratio(OURS, QUARTZ));
        share(SLOW_APART, "Each pin by itself, 10 calls at a time, 50 ms each: of the ideal 200 a second", report);
        share(SLOW, "Up to 10 pins to a request: pins, of the same 200 a second", report);
    }

    private void share(String name, String what, Report report) throws IOException {
        double share = Rounds.median(rates.get(name)) / IDEAL;
        report.goal(what, share >= 0.95, "≥ 95 %", "%.0f %%", share * 100);
    }

    /** The median of the rounds' ratios: what disturbs one round disturbs both. */
    private double ratio(String ours, String theirs) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rates.get(ours).size(); i++) {
            ratios.add(rates.get(ours).get(i) / rates.get(theirs).get(i));
        }
        return Rounds.median(ratios);
    }
}
