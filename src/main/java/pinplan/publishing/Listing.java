package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pinplan.publer.PublerPost;

/**
 * Everything that Publer says it has of one account around one day. Only a complete one is evidence: every page read,
 * the same total on all of them, every row there.
 *
 * @param complete whether absence from it means anything
 * @param problem  why it is not complete, for people
 */
record Listing(boolean complete, List<PublerPost> posts, String problem) {
    static final List<String> STATES = List.of(
            "scheduled",
            "scheduled_approved",
            "scheduled_pending",
            "scheduled_declined",
            "scheduled_reauth",
            "scheduled_locked",
            "published",
            "published_posted",
            "published_deleted",
            "published_hidden",
            "failed",
            "draft");

    private static final Duration TOLERANCE = Duration.ofSeconds(30);
    private static final Duration PUBLISH_NOW_SPREAD = Duration.ofMinutes(10);

    static Listing incomplete(String problem) {
        return new Listing(false, List.of(), problem);
    }

    /** The day before and the day after as well, since whose midnight counts is not known. */
    static LocalDate from(Instant around) {
        return around.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
    }

    static LocalDate to(Instant around) {
        return around.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    }

    PublerPost withId(String id) {
        return posts.stream().filter(post -> post.id().equals(id)).findFirst().orElse(null);
    }

    /** The posts that are this publication, oldest first; ids that belong to others of ours are not among them. */
    List<PublerPost> matching(Publication publication, List<String> others) {
        List<PublerPost> near = posts.stream()
                .filter(post -> publication.publerAccountId.equals(post.accountId()))
                .filter(post -> !others.contains(post.id()))
                .filter(post -> !post.is("draft") && !post.is("published_deleted"))
                .filter(post -> inItsMinute(publication, post))
                .toList();
        String link = publication.revision.content.link();
        String text = publication.revision.content.description();
        if (link.isEmpty() && text.isEmpty()) {
            return near.size() == 1 ? near : List.of();
        }
        return near.stream().filter(post -> says(post, link, text)).toList();
    }

    private static boolean says(PublerPost post, String link, String text) {
        if (!link.isEmpty() && post.url() != null) {
            return link.equals(post.url());
        }
        return !text.isEmpty()
                && post.text() != null
                && text.strip().equals(post.text().strip());
    }

    private static boolean inItsMinute(Publication publication, PublerPost post) {
        if (post.scheduledAt() == null) {
            return false;
        }
        Instant at = publication.publishAt;
        Instant latest = publication.publishNow ? sentAt(publication).plus(PUBLISH_NOW_SPREAD) : at.plus(TOLERANCE);
        return !post.scheduledAt().isBefore(at.minus(TOLERANCE))
                && !post.scheduledAt().isAfter(latest);
    }

    private static Instant sentAt(Publication publication) {
        return publication.sendDeadlineAt == null
                ? publication.publishAt
                : publication.sendDeadlineAt.minus(Attempt.DEADLINE);
    }

    /** Collects pages into one listing. */
    static final class Pages {
        private final Map<String, PublerPost> byId = new LinkedHashMap<>();
        private int total = -1;
        private int rows;

        /** @return null, or why this can't become a complete listing */
        String add(List<PublerPost> posts, int pageTotal) {
            if (pageTotal < 0) {
                return "Publer did not say how many posts there are.";
            }
            if (total >= 0 && total != pageTotal) {
                return "The list changed while it was read.";
            }
            total = pageTotal;
            rows += posts.size();
            posts.forEach(post -> byId.put(post.id(), post));
            return null;
        }

        boolean all() {
            return rows >= total;
        }

        Listing listing() {
            return byId.size() == total
                    ? new Listing(true, List.copyOf(byId.values()), "")
                    : incomplete("The list changed while it was read.");
        }
    }
}
