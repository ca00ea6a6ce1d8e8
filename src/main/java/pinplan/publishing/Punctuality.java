package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import pinplan.pin.PinReadiness;

/** Whether the time of a publication that is due has come, is still to come, or is over. */
final class Punctuality {
    private static final Duration LATEST = Times.inForce().latest();
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private Punctuality() {}

    /** Too near to be scheduled at Publer: then it is published at its minute, not before. Very late: a person decides. */
    static boolean mayGo(Publication publication, Instant now) {
        if (now.isBefore(publication.publishAt)) {
            boolean ahead = !publication.publishNow && !publication.publishAt.isBefore(now.plus(PinReadiness.LEAD));
            if (!ahead) {
                publication.atOnce();
                publication.due(publication.publishAt);
            }
            return ahead;
        }
        publication.atOnce();
        return !overslept(publication, now);
    }

    /** Whether it is so late that a person decides if it should still go out; then it says so. */
    static boolean overslept(Publication publication, Instant now) {
        Duration late = Duration.between(publication.wantedAt, now);
        if (late.compareTo(LATEST) <= 0) {
            return false;
        }
        publication.needsReview(
                false,
                Fault.LIMIT,
                "It was not sent in time and is now %d minutes late. Decide whether it should still go out."
                        .formatted(late.toMinutes()),
                now);
        return true;
    }

    static boolean late(Publication publication, Instant now) {
        return Duration.between(publication.publishAt, now).compareTo(A_MINUTE) >= 0;
    }

    /** The minute in which it goes out: its own, or when it is late the next that is free. */
    static Instant minute(Publication publication, Instant now) {
        return late(publication, now) ? publication.freeMinute(now) : now;
    }
}
