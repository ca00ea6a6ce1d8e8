package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;

/**
 * What somebody has to look at though the status of a pin does not say so. A pin that failed, or of which nobody knows whether it
 * is out, asks by that; both together are what needs somebody, wherever that is shown, told or counted.
 */
final class Attention {
    /** So long ahead somebody hears that a pin would fail as it is. */
    static final Duration A_DAY = Duration.ofDays(1);

    /** So long ahead somebody hears of one that waits for something. */
    static final Duration SOON = Duration.ofMinutes(15);

    private Attention() {}

    /** Empty for nothing. */
    static String to(Publication publication, Instant now) {
        return switch (publication.state()) {
            case SCHEDULED -> atPubler(publication);
            case PUBLISHED -> publication.outUnseen() ? Waiting.outUnseen(publication) : "";
            case PENDING -> publication.recallWanted ? "" : foreseen(publication, now);
            default -> "";
        };
    }

    private static String atPubler(Publication publication) {
        if (publication.drifts()) {
            return "it was changed at Publer, " + publication.drift.words();
        }
        return publication.fault == null ? "" : words(publication);
    }

    private static String foreseen(Publication publication, Instant now) {
        Instant at = publication.publishAt;
        if (publication.fault != null && at.isBefore(now.plus(SOON))) {
            return words(publication);
        }
        if (!at.isBefore(now.plus(A_DAY))) {
            return "";
        }
        Obstacle obstacle = Obstacle.to(publication.pin);
        return obstacle == null ? publication.outlook().obstacle() : obstacle.words();
    }

    private static String words(Publication publication) {
        return publication.reason.isEmpty() ? publication.fault.word() : publication.reason;
    }
}
