package pinplan.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.pin.Publishing;
import pinplan.publer.PublerPost;

/** What a look means for a publication that is being taken back. */
final class Recall {
    /** A deletion is asked for so often; then a person hears that Publer does not delete. */
    static final int TIMES = 8;

    private static final String NOT_DELETED = "Publer did not delete it when asked to.";

    private Recall() {}

    /** A person was told, and it stays so: it is asked for again all the same, more and more seldom. */
    static boolean gaveUp(Publication publication) {
        return publication.state() == Publishing.NEEDS_REVIEW
                && publication.recallWanted
                && publication.reason.equals(NOT_DELETED);
    }

    /** @return ids of posts that are ours and may still go out: to be deleted */
    static Set<String> of(Publication publication, Listing listing, Instant now) {
        boolean gaveUp = gaveUp(publication);
        if (publication.state() != Publishing.RECALLING && !gaveUp) {
            return Set.of();
        }
        List<PublerPost> ours = Match.of(publication, listing, now).ours();
        // It may have gone out first, and Publer may have given it another id then.
        List<PublerPost> listed = Stream.concat(
                        Stream.ofNullable(listing.withId(publication.publerPostId)), ours.stream())
                .toList();
        PublerPost out =
                listed.stream().filter(post -> post.is("published")).findFirst().orElse(null);
        if (out != null) {
            Seen.as(out, publication, now);
            return Set.of();
        }
        Set<String> left = listed.stream()
                .filter(post -> post.is("scheduled") || post.is("draft"))
                .map(PublerPost::id)
                .collect(Collectors.toSet());
        if (gaveUp && !(listing.complete() && left.isEmpty())) {
            if (listing.complete()) {
                publication.looks.seen(now);
            }
            publication.due(now.plus(Backoff.stubborn(publication.looks.another() - TIMES)));
        } else if (!listing.complete()) {
            publication.recallUnread(listing);
            if (now.isAfter(publication.publishAt.plus(Findings.PUBLISHES))) {
                publication.needsReview(true, listing.fault(), listing.problem(), now);
            } else {
                publication.due(now.plusSeconds(60));
            }
        } else if (left.isEmpty()) {
            believeGone(publication, now);
        } else {
            askAgain(publication, now);
        }
        return left;
    }

    private static void askAgain(Publication publication, Instant now) {
        publication.looks.seen(now);
        if (publication.looks.another() + 1 >= TIMES) {
            publication.needsReview(true, Fault.UNKNOWN, NOT_DELETED, now);
        } else {
            publication.due(now.plus(Backoff.RECALL.after(publication.looks.count() - 1)));
        }
    }

    /** Around its time one listing is not enough: it may be between waiting and out. */
    private static void believeGone(Publication publication, Instant now) {
        boolean longBefore = now.isBefore(publication.publishAt.minus(Findings.TWO_LOOKS.multipliedBy(2)));
        if (longBefore || publication.looks.missed(now)) {
            publication.gone(now);
        } else {
            publication.due(publication.looks.believedFrom());
        }
    }
}
