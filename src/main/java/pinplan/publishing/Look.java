package pinplan.publishing;

import java.time.Instant;
import pinplan.pin.Publishing;
import pinplan.publer.Access;

/** What there is to look at; a copy, since nothing of the database is held while Publer is asked. */
record Look(
        Turn turn,
        Publishing state,
        Access access,
        String account,
        Instant at,
        String jobId,
        boolean jobEnded,
        String postId) {
    static Look at(Publication publication, Access access) {
        return new Look(
                new Turn(publication.id, publication.looks.turn),
                publication.state(),
                access,
                publication.publerAccountId,
                publication.publishAt,
                publication.jobId(),
                publication.handover.jobEndedAt() != null,
                publication.publerPostId);
    }

    /** Others wait until it is known whether this one is out, or may be sent. */
    boolean urgent(Instant now) {
        return state == Publishing.PENDING || state == Publishing.SCHEDULED && !now.isBefore(at);
    }
}
