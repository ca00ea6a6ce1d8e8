package pinplan.bench;

import java.time.Duration;
import pinplan.database.Clocks;
import pinplan.publer.InstantPubler;
import pinplan.publishing.Backlog;
import pinplan.publishing.Pipeline;

/** A large backlog behind few keys, while the clock is moved on: what the request budget makes of it. */
record Drain(Backlog backlog, Clocks clocks, Requests requests, int pins) {
    private static final int KEYS = 10;
    private static final int REPLICAS = 2;
    /** Less than the burst lasts, so that a tick that comes late loses nothing. */
    private static final Duration STEP = Duration.ofSeconds(10);

    private static final double SUSTAINED = 70 / 120.0;
    private static final Duration WINDOW = Duration.ofSeconds(120);
    private static final int MOST = 90;

    void measure(Report report) throws Exception {
        backlog.fill(pins, KEYS);
        InstantPubler publer = new InstantPubler(Duration.ZERO, requests::add);
        double work = 0;
        try {
            while (backlog.waiting()) {
                work += Crew.seconds(REPLICAS, () -> Pipeline.replica(publer).tick());
                clocks.shift(STEP);
            }
        } finally {
            clocks.reset();
        }
        tell(work, report);
    }

    private void tell(double work, Report report) {
        double theory = pins / (Pipeline.TOGETHER * KEYS * SUSTAINED);
        report.goal(
                "A backlog of %,d pins behind %d keys, at 35 requests a minute with each".formatted(pins, KEYS),
                requests.seconds() * 0.95 <= theory,
                "%,.0f s".formatted(theory),
                "%,.0f s",
                requests.seconds());
        report.figure("Of this at work, %d replicas".formatted(REPLICAS), "%,.0f s", work);
        double used = requests.size() / (KEYS * SUSTAINED * requests.seconds());
        report.goal("Budget used meanwhile", used >= 0.95, "≥ 95 %", "%.1f %%", used * 100);
        int most = requests.most(WINDOW);
        report.goal("Most requests of one key in any 120 s", most <= MOST, "≤ " + MOST, "%d", most);
    }
}
