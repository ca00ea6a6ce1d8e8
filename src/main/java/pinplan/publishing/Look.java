package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import pinplan.pin.Publishing;
import pinplan.publer.Access;

/**
 * What there is to look at; a copy, since nothing of the database is held while Publer is asked.
 *
 * @param strays whether it matters where its post is, if not in its place
 */
record Look(
        Turn turn,
        Publishing state,
        Access access,
        String account,
        Instant at,
        String jobId,
        boolean jobEnded,
        String postId,
        boolean strays) {
    /** Until so long before its time it is taken back by its id alone, wherever it is: the clocks of two ends differ. */
    private static final Duration NEAR = Duration.ofMinutes(1);
    /** What is missing is looked for elsewhere so often: where that can't be read, a list of its own days has to do. */
    private static final int TIMES = 3;

    static Look at(Publication publication, Access access, Instant now) {
        return new Look(
                new Turn(publication.id, publication.looks.turn),
                publication.state(),
                access,
                publication.publerAccountId,
                publication.publishAt,
                publication.jobId(),
                publication.handover.jobEndedAt() != null,
                publication.publerPostId,
                strays(publication, now));
    }

    /** Whether a list of its own days is not enough to say that it is gone: then it is looked for in the others too. */
    static boolean strays(Publication publication, Instant now) {
        if (publication.publerPostId == null) {
            // Nor would anybody remember for when it was sent.
            return publication.state() == Publishing.PENDING && publication.mayBeSentAlready();
        }
        boolean moved = publication.drift.timeMoved();
        return switch (publication.state()) {
            case SCHEDULED -> publication.looks.missing() ? publication.looks.count() <= TIMES : moved;
            // Somebody says that it is not there.
            case PENDING -> true;
            case NEEDS_REVIEW ->
                moved
                        || publication.recallWanted
                        // Somebody says that it is this one, wherever it is.
                        || publication.looks.candidates().contains(publication.publerPostId);
            case RECALLING -> moved || !now.isBefore(publication.publishAt.minus(NEAR));
            default -> moved;
        };
    }

    /** Whether its post may be on a day where it does not belong, since these days do not have it: somebody can move it there. */
    boolean strayedFrom(Listing days) {
        return strays && days.complete() && days.withId(postId) == null;
    }

    /** Nobody knows its post, or for when it was sent: what Publer has is told by what it says. */
    boolean forgotten() {
        return strays && postId == null;
    }

    /** Where its post may be, if not around its time. */
    List<Days> elsewhere(Instant now) {
        // What a person says that it is may have gone out in the days that an older copy forgot.
        List<Days> ahead = forgotten() || state == Publishing.NEEDS_REVIEW ? Days.forgotten(now) : Days.ahead(now);
        return Stream.concat(ahead.stream(), Days.beyond(now, at).stream()).toList();
    }

    /** Others wait until it is known whether this one is out, or may be sent. */
    boolean urgent(Instant now) {
        return state == Publishing.PENDING || state == Publishing.SCHEDULED && !now.isBefore(at);
    }
}
