package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * When a pin that Publer holds is looked at again, though nothing is in doubt: somebody may have deleted or changed it
 * there. Often enough to act before it goes out, seldom enough for the request limit.
 */
final class Audit {
    static final Duration SELDOM = Times.inForce().auditSeldom();
    private static final Duration OFTEN = Times.inForce().auditOften();
    private static final Duration NEAR = Times.inForce().auditNear();
    private static final Duration LAST = Times.inForce().auditLast();

    private Audit() {}

    static Instant next(Instant publishAt, Instant now) {
        Instant watch = publishAt.plus(Backoff.WATCH.after(0));
        Instant soon = now.plusSeconds(5);
        return Stream.of(publishAt.minus(NEAR), publishAt.minus(LAST), watch)
                .filter(at -> at.isAfter(now))
                .findFirst()
                .map(at -> earlier(at, now.plus(now.isBefore(publishAt.minus(NEAR)) ? SELDOM : OFTEN), watch))
                .orElse(soon);
    }

    /** What could not be read is read soon, and not in an hour. */
    static Instant unread(Instant publishAt, Instant now) {
        Instant next = next(publishAt, now);
        Instant soon = now.plus(OFTEN);
        return soon.isBefore(next) ? soon : next;
    }

    /** In the last minutes before its time nothing is gained by another look. */
    private static Instant earlier(Instant at, Instant regular, Instant watch) {
        return at.equals(watch) || at.isBefore(regular) ? at : regular;
    }
}
