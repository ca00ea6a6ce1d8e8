package pinplan.publer;

import java.time.Duration;
import java.time.Instant;

/**
 * The request budget as one moment: the generic cell rate algorithm. {@code arrival} is when the bucket would be full
 * again; each request moves it on by one interval, and a request fits while it is no more than a burst ahead.
 */
record Budget(Instant arrival) {
    /** Publer allows 100 in 120 s to one person. 70 sustained and 20 at once make at most 90 in any 120 s. */
    private static final int SUSTAINED = 70;

    private static final int BURST = 20;
    private static final int LEFT_TO_OTHERS = 10;
    private static final Duration WINDOW = Duration.ofSeconds(120);
    /** Rounded up to the microsecond, which is all that the database keeps. */
    private static final Duration INTERVAL = Duration.ofNanos((WINDOW.toNanos() / SUSTAINED / 1000 + 1) * 1000);

    /** Never further ahead than a full burst, unless a clock was set back: then it starts from a spent burst. */
    static Budget at(Instant arrival, Instant now) {
        Instant spent = now.plus(INTERVAL.multipliedBy(BURST));
        return new Budget(arrival.isAfter(spent) ? spent : arrival);
    }

    Instant freeAt(Reserve reserve) {
        return arrival.minus(INTERVAL.multipliedBy(BURST - 1L - reserve.leaves()));
    }

    Budget spent(Instant now) {
        return new Budget((arrival.isAfter(now) ? arrival : now).plus(INTERVAL));
    }

    static String words() {
        return "%d a minute and %d at once".formatted(SUSTAINED * 60 / WINDOW.toSeconds(), BURST);
    }

    /** The share of the burst that is spent, from 0 to 1. */
    double used(Instant now) {
        double spent = Duration.between(now, arrival).toNanos() / (double) INTERVAL.toNanos() / BURST;
        return Math.min(1, Math.max(0, spent));
    }

    /** Publer counts what others do with the same key: never act as if more were left than it says. */
    Budget told(int remaining, Instant now) {
        int left = Math.max(0, Math.min(BURST, remaining - LEFT_TO_OTHERS));
        Instant atLeast = now.plus(INTERVAL.multipliedBy(BURST - left));
        return arrival.isBefore(atLeast) ? new Budget(atLeast) : this;
    }
}
