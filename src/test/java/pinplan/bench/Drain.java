package pinplan.bench;

import java.io.IOException;
import java.time.Duration;
import pinplan.database.Clocks;
import pinplan.publer.InstantPubler;
import pinplan.publishing.Backlog;
import pinplan.publishing.Dispatcher;
import pinplan.publishing.Pipeline;

/** A large backlog behind few keys, while the clock is moved on: what the request budget makes of it. */
record Drain(Backlog backlog, Clocks clocks, Requests requests, int pins) {
    private static final int KEYS = 2;
    /** Less than the burst lasts, so that a tick that comes late loses nothing. */
    private static final Duration STEP = Duration.ofSeconds(10);

    private static final double SUSTAINED = 70 / 120.0;
    private static final Duration WINDOW = Duration.ofSeconds(120);
    private static final int MOST = 90;

    void measure(Report report) throws Exception {
        backlog.fill(pins, KEYS);
        Dispatcher replica = Pipeline.replica(new InstantPubler(Duration.ZERO, requests::add));
        long start = System.nanoTime();
        try {
            while (backlog.waiting()) {
                replica.tick();
                clocks.shift(STEP);
            }
        } finally {
            clocks.reset();
        }
        tell((System.nanoTime() - start) / 1e9, report);
    }

    private void tell(double work, Report report) throws IOException {
        double theory = pins / (Pipeline.TOGETHER * KEYS * SUSTAINED);
        report.goal(
                "A backlog of %,d pins behind %d keys; in theory: 35 requests a minute with each, %d pins to a request"
                        .formatted(pins, KEYS, Pipeline.TOGETHER),
                requests.seconds() * 0.95 <= theory,
                "%,.0f s".formatted(theory),
                "%,.0f s",
                requests.seconds());
        report.figure("Pins to a request meanwhile", "%.1f", (double) pins / requests.size());
        report.figure("What of that time one replica was at work", "%,.0f s", work);
        double used = requests.size() / (KEYS * SUSTAINED * requests.seconds());
        report.goal("Budget used meanwhile", used >= 0.95, "≥ 95 %", "%.1f %%", used * 100);
        int most = requests.most(WINDOW);
        report.goal("Most requests of one key in any 120 s", most <= MOST, "≤ " + MOST, "%d", most);
    }
}
