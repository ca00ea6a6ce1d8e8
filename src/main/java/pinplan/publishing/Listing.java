package pinplan.publishing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pinplan.publer.PublerPost;

/**
 * Everything that Publer says it has of one account around some days. Only a complete one is evidence: every page read,
 * the same total on all of them, every row there.
 *
 * @param complete whether absence from it means anything
 * @param obstacle why it is not complete
 */
record Listing(boolean complete, List<PublerPost> posts, Obstacle obstacle) {
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

    static final String UNREAD = "Publer's list could not be read.";

    private static final Obstacle NO_OBSTACLE = new Obstacle(null, "");

    /** Of no days at all. */
    static final Listing NOTHING = complete(List.of());

    static Listing complete(List<PublerPost> posts) {
        return new Listing(true, List.copyOf(posts), NO_OBSTACLE);
    }

    static Listing incomplete(Obstacle obstacle) {
        return new Listing(false, List.of(), obstacle);
    }

    /** @param problem how what Publer said is not to be believed */
    static Listing incomplete(String problem) {
        return incomplete(new Obstacle(Fault.UNREACHABLE, problem));
    }

    /** Why it is not complete, for people. */
    String problem() {
        return obstacle.words();
    }

    /** What kind of trouble that is; null: none. */
    Fault fault() {
        return obstacle.fault();
    }

    /** For people: why nothing can be said of what Publer has. */
    String unread() {
        return UNREAD + " " + problem();
    }

    /** What both have; of what they lack it is evidence only where both are. */
    Listing and(Listing other) {
        Map<String, PublerPost> all = new LinkedHashMap<>();
        posts.forEach(post -> all.put(post.id(), post));
        other.posts.forEach(post -> all.put(post.id(), post));
        return new Listing(complete && other.complete, List.copyOf(all.values()), complete ? other.obstacle : obstacle);
    }

    /** Without these. */
    Listing except(Collection<String> ids) {
        return new Listing(
                complete,
                posts.stream().filter(post -> !ids.contains(post.id())).toList(),
                obstacle);
    }

    PublerPost withId(String id) {
        return posts.stream().filter(post -> post.id().equals(id)).findFirst().orElse(null);
    }

    List<String> ids() {
        return posts.stream().map(PublerPost::id).toList();
    }

    /** Whether Publer has any post of the account in this minute. */
    boolean takes(String accountId, Instant minute) {
        return posts.stream()
                .filter(post -> accountId.equals(post.accountId()) && post.scheduledAt() != null)
                .anyMatch(post ->
                        post.scheduledAt().truncatedTo(ChronoUnit.MINUTES).equals(minute));
    }

    /** Collects pages into one listing. Some servers count pages from 1 and give the first one twice. */
    static final class Pages {
        private static final String MOVED = "The list changed while it was read.";

        private final Map<String, PublerPost> byId = new LinkedHashMap<>();
        private int total = -1;
        private int idle;

        /** @return null, or why this can't become a complete listing */
        String add(List<PublerPost> posts, int pageTotal) {
            if (pageTotal < 0) {
                return "Publer did not say how many posts there are.";
            }
            if (total >= 0 && total != pageTotal) {
                return MOVED;
            }
            total = pageTotal;
            int before = byId.size();
            posts.forEach(post -> byId.put(post.id(), post));
            idle = byId.size() == before ? idle + 1 : 0;
            return null;
        }

        /** Everything is there, or asking on would not bring more. */
        boolean all() {
            return byId.size() >= total || idle > 1;
        }

        Listing listing() {
            return byId.size() == total ? complete(List.copyOf(byId.values())) : incomplete(MOVED);
        }
    }
}
