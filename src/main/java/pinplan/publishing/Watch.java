package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import pinplan.pin.Publishing;
import pinplan.publer.PublerPost;

/** What a look means for a publication that Publer is known to have: waiting for its time, or out. */
final class Watch {
    private Watch() {}

    /** @return ids of posts that are ours beyond the one, to be deleted */
    static Set<String> waiting(Publication publication, Listing listing, Instant now) {
        Match match = Match.of(publication, listing, now);
        PublerPost post = listing.withId(publication.publerPostId);
        if (post == null && !match.ours().isEmpty()) {
            // Publer gave it another id, as it may when it publishes.
            post = match.ours().get(0);
        }
        if (post != null) {
            publication.seen(post, now);
        } else if (listing.complete() && publication.search.missed(now)) {
            publication.needsReview(true, Fault.UNKNOWN, "It is no longer in Publer's list.", now);
        }
        if (publication.state() == Publishing.SCHEDULED && match.surplus().isEmpty()) {
            watchOn(publication, now);
        }
        return Surplus.of(publication, match, now);
    }

    static Set<String> out(Publication publication, Listing listing, Instant now) {
        PublerPost post = listing.withId(publication.publerPostId);
        if (post != null && post.is("published_deleted")) {
            publication.deletedThere(now);
            return Set.of();
        }
        if (post != null && post.postLink() != null && publication.postLink == null) {
            publication.linked(post.postLink(), now);
        }
        if (listing.complete()) {
            publication.lookAfterIt(now);
        } else {
            publication.lookAfterItLater(now);
        }
        return Set.of();
    }

    private static void watchOn(Publication publication, Instant now) {
        Duration late = Duration.between(publication.publishAt, now);
        if (late.compareTo(Findings.PUBLISHES) >= 0) {
            publication.needsReview(true, Fault.UNKNOWN, "Publer has not published it.", now);
        } else if (publication.search.missing()) {
            publication.due(now.plus(Findings.TWO_LOOKS));
        } else if (late.isNegative()) {
            publication.search.looks = 0;
            publication.due(Audit.next(publication.publishAt, now));
        } else {
            publication.search.looks++;
            publication.due(now.plus(Backoff.WATCH.after(publication.search.looks)));
        }
    }
}
