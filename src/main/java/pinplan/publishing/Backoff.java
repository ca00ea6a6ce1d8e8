package pinplan.publishing;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long to wait before the next look or try. */
final class Backoff {
    static final Backoff JOB = new Backoff(Times.inForce().jobLooks());
    static final Backoff LISTING = new Backoff(Times.inForce().rowLooks());
    static final Backoff WATCH = new Backoff(Times.inForce().watchLooks());
    static final Backoff RECALL = new Backoff(Times.inForce().recallLooks());

    private final List<Duration> waits;

    private Backoff(List<Duration> waits) {
        this.waits = List.copyOf(waits);
    }

    Duration after(int looks) {
        return waits.get(Math.min(Math.max(looks, 0), waits.size() - 1));
    }

    /** Asking once more for what Publer does not do. */
    static Duration stubborn(int times) {
        Duration wait = Publication.STRAGGLER.multipliedBy(1L << Math.min(Math.max(times, 0), 10));
        return wait.compareTo(Audit.SELDOM) < 0 ? wait : Audit.SELDOM;
    }

    /** Sending again after a failure without effect: doubling, with full jitter. */
    static Duration resend(int tries, RandomGenerator chance) {
        Times times = Times.inForce();
        long most =
                Math.min(times.longestResend().toMillis(), times.firstResend().toMillis() << Math.min(tries, 10));
        return Duration.ofMillis(1000 + chance.nextLong(most));
    }
}
