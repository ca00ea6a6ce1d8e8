package pinplan.publishing;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next look or try. The numbers are promises: see the README. */
final class Backoff {
    /** A job is asked after 2, 4, 8, 15 and 30 s, then each minute. */
    static final Backoff JOB = new Backoff(2, 4, 8, 15, 30, 60);
    /** After a job's end the listing is read at once, then after 5, 10, 20 and 40 s, then each minute. */
    static final Backoff LISTING = new Backoff(5, 10, 20, 40, 60);
    /** From its time on, a pin that Publer holds is looked at after 15 s, 30 s, 1, 2, 4 and 8 minutes, then each 8. */
    static final Backoff WATCH = new Backoff(15, 30, 60, 120, 240, 480);
    /** A withdrawal is asked for again after 5, 15 and 30 s, then each minute. */
    static final Backoff RECALL = new Backoff(5, 15, 30, 60);

    static final int TRIES = 12;
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final int[] seconds;

    private Backoff(int... seconds) {
        this.seconds = seconds;
    }

    Duration after(int looks) {
        return Duration.ofSeconds(seconds[Math.min(Math.max(looks, 0), seconds.length - 1)]);
    }

    /** Sending again after a failure without effect: doubling from 5 s to 10 minutes, with full jitter. */
    static Duration resend(int tries) {
        long most = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(tries, 10));
        return Duration.ofMillis(1000 + ThreadLocalRandom.current().nextLong(most));
    }
}
