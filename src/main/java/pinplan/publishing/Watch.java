package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import pinplan.pin.Publishing;
import pinplan.publer.PublerPost;

/** What a look means for a publication that Publer is known to have: waiting for its time, or out. */
final class Watch {
    private static final Duration A_DAY = Duration.ofDays(1);
    /** A link that does not come within so many looks is asked for hourly. */
    private static final int LINK_SOON = 6;

    private Watch() {}

    /** @return ids of posts that are ours beyond the one, to be deleted */
    static Set<String> waiting(Publication publication, Listing listing, Instant now) {
        Match match = Match.of(publication, listing, now);
        PublerPost post = match.it(publication, listing);
        if (post != null) {
            Seen.as(post, publication, now);
        } else if (listing.complete()) {
            missed(publication, now);
        }
        if (publication.state() == Publishing.SCHEDULED && match.surplus().isEmpty()) {
            watchOn(publication, listing, now);
        }
        return Surplus.of(publication, match, now);
    }

    private static void missed(Publication publication, Instant now) {
        if (!publication.looks.missing()) {
            publication.looks.countAnew();
        }
        if (publication.looks.missed(now)) {
            publication.needsReview(true, Fault.UNKNOWN, "It is no longer in Publer's list.", now);
        }
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
        publication.due(listing.complete() ? afterwards(publication, now) : later(publication, now));
        return Set.of();
    }

    /** Its link may come later than the news that it is out; and a day later it may have been deleted again. Null: never. */
    static Instant afterwards(Publication publication, Instant now) {
        Instant aDayLater = publication.settledAt.plus(A_DAY);
        if (publication.publerPostId == null || !now.isBefore(aDayLater)) {
            return null;
        }
        if (publication.postLink != null) {
            return aDayLater;
        }
        Looks looks = publication.looks;
        return now.plus(looks.count() < LINK_SOON ? Backoff.WATCH.after(looks.another()) : Audit.SELDOM);
    }

    /** Nobody could look: once more in a while, but not for ever. Null: never. */
    static Instant later(Publication publication, Instant now) {
        return now.isBefore(publication.settledAt.plus(A_DAY.multipliedBy(2))) ? now.plus(Audit.SELDOM) : null;
    }

    private static void watchOn(Publication publication, Listing listing, Instant now) {
        Duration late = Duration.between(publication.publishAt, now);
        if (late.compareTo(Findings.PUBLISHES) >= 0) {
            String why = listing.complete() ? Findings.NOT_PUBLISHED : listing.unread();
            publication.needsReview(true, Fault.UNKNOWN, why, now);
        } else if (publication.looks.missing()) {
            publication.looks.another();
            publication.due(now.plus(Findings.TWO_LOOKS));
        } else if (late.isNegative() && !listing.complete()) {
            publication.due(
                    Surplus.beingDeleted(publication)
                            ? now.plus(Backoff.RECALL.after(publication.looks.count()))
                            : Audit.unread(publication.publishAt, now));
        } else if (late.isNegative()) {
            publication.looks.countAnew();
            publication.due(Audit.next(publication.publishAt, now));
        } else {
            publication.looks.another();
            publication.due(now.plus(Backoff.WATCH.after(publication.looks.count())));
        }
    }
}
