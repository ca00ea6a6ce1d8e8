package pinplan.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pinplan.publer.InstantPubler;
import pinplan.publishing.Backlog;
import pinplan.publishing.Dispatcher;
import pinplan.publishing.Pipeline;

/** How long a pin that is due waits until it is claimed, with one replica that ticks as it does in an application. */
record PickUp(Backlog backlog) {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration APART = Duration.ofMillis(100);
    private static final Duration CALL = Duration.ofMillis(50);
    private static final double GOAL_MILLIS = 2000;

    void measure(Duration time, Report report) throws Exception {
        backlog.fill((int) time.dividedBy(APART));
        backlog.spread(APART);
        Map<Long, Instant> due = backlog.due();
        tickUntilDone(Pipeline.replica(new InstantPubler(CALL)));
        List<Long> waited = new ArrayList<>();
        backlog.claimed()
                .forEach(
                        (id, at) -> waited.add(Duration.between(due.get(id), at).toMillis()));
        double beyond = Rounds.percentile(waited, 99) - TICK.toMillis();
        report.figure(
                "Due until claimed, 10 pins a second, a call of 50 ms, one replica: p50, p99 (%d pins)"
                        .formatted(waited.size()),
                "%,.0f ms, %,.0f ms",
                Rounds.median(waited),
                Rounds.percentile(waited, 99));
        report.goal("p99 beyond the tick of a second", beyond < GOAL_MILLIS, "< 2 s", "%,.0f ms", Math.max(0, beyond));
    }

    /** As the scheduler does: each second, and none while one is still at work. */
    private void tickUntilDone(Dispatcher replica) throws Exception {
        long next = System.nanoTime();
        while (backlog.waiting()) {
            replica.tick();
            while (next <= System.nanoTime()) next += TICK.toNanos();
            Thread.sleep(Duration.ofNanos(next - System.nanoTime()).toMillis() + 1);
        }
    }
}
