package pinplan.bench;

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
    private static final Duration CALL = Duration.ofMillis(50);
    private static final double IDEAL = THREADS * 1000.0 / CALL.toMillis();

    private static final String BARE = "The bare claim statement, an update and a commit";
    private static final String CLAIM = "Our claim";
    private static final String ALONE = "Claim, call, durable answer: one replica";
    private static final String OURS = "The same: 10 replicas";
    private static final String SLOW = "The same: 10 replicas, a call of 50 ms";
    private static final String DB_SCHEDULER = "db-scheduler";
    private static final String QUARTZ = "Quartz, clustered";

    private final Map<String, Engine> engines = new LinkedHashMap<>();
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    Comparison(DataSource database, Backlog backlog) throws Exception {
        engines.put(BARE, new BareClaim(database, backlog, THREADS));
        engines.put(CLAIM, new OurClaim(backlog, THREADS));
        engines.put(ALONE, new OurLifecycle(backlog, 1, Duration.ZERO));
        engines.put(OURS, new OurLifecycle(backlog, THREADS, Duration.ZERO));
        engines.put(SLOW, new OurLifecycle(backlog, THREADS, CALL));
        engines.put(DB_SCHEDULER, new DbScheduler(database, THREADS));
        engines.put(QUARTZ, new Quartz(database, THREADS));
    }

    void measure(Duration atLeast, Report report) throws Exception {
        // The first round warms up, and does not count.
        for (Engine engine : engines.values()) engine.round();
        long start = System.nanoTime();
        for (int i = 0; i < ROUNDS || System.nanoTime() - start < atLeast.toNanos(); i++) {
            for (Map.Entry<String, Engine> each : engines.entrySet()) {
                rates.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                        .add(each.getValue().round());
            }
        }
        tell(report);
    }

    private void tell(Report report) {
        rates.forEach((name, all) -> report.figure(name, "%,.0f a second (%d rounds)", Rounds.median(all), all.size()));
        double share = ratio(CLAIM, BARE);
        report.goal("Our claim by the bare statement", share >= 0.25, "≥ 0.25", "%.2f", share);
        double beside = ratio(OURS, DB_SCHEDULER);
        report.goal("Our 10 replicas by db-scheduler's 10 threads", beside >= 3, "≥ 3", "%.2f", beside);
        report.figure("Our 10 replicas by Quartz' 10 threads", "%.2f", ratio(OURS, QUARTZ));
        double slow = Rounds.median(rates.get(SLOW)) / IDEAL;
        report.goal(
                "10 at a time and 50 ms each, by the ideal of %.0f a second".formatted(IDEAL),
                slow >= 0.95,
                "≥ 95 %",
                "%.0f %%",
                slow * 100);
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
