package pinplan.publishing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pinplan.pin.Content;
import pinplan.pin.Publishing;
import pinplan.publer.PublerPost;

/**
 * Which posts of a listing are this publication. Account and minute find them, link and text confirm them, and what
 * belongs to another order of ours, or could, is left to that one.
 *
 * @param ours      the posts that are this publication, the one to keep first
 * @param strangers posts in its place that are not, or can't be told from others: nobody may decide about them but a person
 */
record Match(List<PublerPost> ours, List<PublerPost> strangers) {
    static final Duration TOLERANCE = Times.inForce().tolerance();
    private static final Duration PUBLISH_NOW_SPREAD = Times.inForce().atOnce();

    /** What is out is kept before what waits, and then the oldest: Publer's ids grow. */
    private static final Comparator<PublerPost> KEEP_FIRST = Comparator.<PublerPost>comparingInt(
                    post -> post.is("published") ? 0 : post.is("scheduled") ? 1 : 2)
            .thenComparing(PublerPost::scheduledAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingInt(post -> post.id().length())
            .thenComparing(PublerPost::id);

    private enum Likeness {
        SAME,
        /** The listing does not show what would tell. */
        UNTOLD,
        DIFFERENT
    }

    static Match of(Publication publication, Listing listing, Instant now) {
        List<Publication> neighbours = publication.neighbours(listing.ids());
        Set<String> taken = new HashSet<>();
        List<Publication> looking = new ArrayList<>();
        for (Publication other : neighbours) {
            if (other.publerPostId != null) {
                taken.add(other.publerPostId);
            } else if (other.state() != Publishing.NEEDS_REVIEW || other.asks()) {
                looking.add(other);
            }
        }
        List<PublerPost> near = listing.posts().stream()
                .filter(post -> publication.publerAccountId.equals(post.accountId()))
                .filter(post -> !taken.contains(post.id()))
                .filter(post -> post.id().equals(publication.publerPostId) || inItsPlace(publication, post, now))
                .filter(post -> !post.is("draft") && !post.is("published_deleted"))
                // Nothing fails to be published before it is to be published: that one is of an earlier try.
                .filter(post -> !post.is("failed") || itsOwnFailure(publication, post, now))
                .filter(post -> !publication.publishNow || !inTheMinuteOf(looking, post, now))
                .sorted(KEEP_FIRST)
                .toList();
        return among(near, publication, looking, now);
    }

    /** The same at whatever minute, and nobody else's: whether it was sent is forgotten, and so is for when. */
    static List<PublerPost> alike(Publication publication, Listing listing, Instant now) {
        List<PublerPost> same = listing.posts().stream()
                .filter(post -> publication.publerAccountId.equals(post.accountId()) && post.scheduledAt() != null)
                .filter(post -> !post.is("draft") && !post.is("failed") && !post.is("published_deleted"))
                .filter(post -> likeness(post, publication.revision.content) == Likeness.SAME)
                .filter(post -> !publication.anotherHas(post.id()))
                .sorted(KEEP_FIRST)
                .toList();
        if (same.isEmpty()) {
            return same;
        }
        List<Instant> times =
                same.stream().map(PublerPost::scheduledAt).sorted().toList();
        List<Publication> others = publication.nameless(times.get(0), times.get(times.size() - 1));
        return same.stream()
                .filter(post -> others.stream().noneMatch(other -> mayBe(post, other, now)))
                .toList();
    }

    private static boolean itsOwnFailure(Publication publication, PublerPost post, Instant now) {
        if (publication.publerPostId != null) {
            return post.id().equals(publication.publerPostId);
        }
        return !now.isBefore(publication.publishAt)
                && !(publication.publishNow && post.scheduledAt().isBefore(publication.sentAt()));
    }

    /** A minute that was asked for by name belongs to whoever asked, unless it is surely not theirs. */
    private static boolean inTheMinuteOf(List<Publication> orders, PublerPost post, Instant now) {
        return orders.stream().anyMatch(order -> !order.publishNow && mayBe(post, order, now));
    }

    private static Match among(List<PublerPost> near, Publication publication, List<Publication> looking, Instant now) {
        PublerPost named = near.stream()
                .filter(post -> post.id().equals(publication.publerPostId))
                .findFirst()
                .orElse(null);
        List<PublerPost> same = new ArrayList<>(near.stream()
                .filter(post -> likeness(post, publication.revision.content) == Likeness.SAME)
                .toList());
        if (named != null) {
            same.remove(named);
            same.add(0, named);
        } else if (same.isEmpty() && near.size() == 1 && untold(near.get(0), publication)) {
            same.add(near.get(0));
        }
        List<PublerPost> ours = named != null ? same : mine(same, publication, looking, now);
        List<PublerPost> strangers = near.stream()
                .filter(post -> !ours.contains(post))
                .filter(post -> !publication.publishNow || same.contains(post) || untold(post, publication))
                .toList();
        return new Match(List.copyOf(ours), ours.isEmpty() ? strangers : List.of());
    }

    /** Where two orders go out at once with the same link and text, they share what is there, each one post, or none. */
    private static List<PublerPost> mine(
            List<PublerPost> same, Publication publication, List<Publication> looking, Instant now) {
        List<Publication> contenders = new ArrayList<>(looking.stream()
                .filter(other -> same.stream().anyMatch(post -> mayBe(post, other, now)))
                .toList());
        if (contenders.isEmpty()) {
            return same;
        }
        contenders.add(publication);
        if (same.size() < contenders.size()) {
            return List.of();
        }
        contenders.sort(Comparator.comparing(Publication::sentAt).thenComparing(order -> order.id));
        return List.of(same.get(contenders.indexOf(publication)));
    }

    static boolean mayBe(PublerPost post, Publication order, Instant now) {
        return inItsPlace(order, post, now) && likeness(post, order.revision.content) != Likeness.DIFFERENT;
    }

    private static boolean untold(PublerPost post, Publication publication) {
        return likeness(post, publication.revision.content) == Likeness.UNTOLD;
    }

    /**
     * The one that is this publication: by its id, whatever became of it there; or else by what it is, since Publer may
     * give it another id when it publishes. Null: none.
     */
    PublerPost it(Publication publication, Listing listing) {
        PublerPost named = listing.withId(publication.publerPostId);
        return named != null || ours.isEmpty() ? named : ours.get(0);
    }

    /** Posts that are surely this publication once more and have not gone out: they are deleted. */
    List<PublerPost> surplus() {
        return ours.stream().skip(1).filter(post -> post.is("scheduled")).toList();
    }

    private static boolean inItsPlace(Publication publication, PublerPost post, Instant now) {
        if (post.scheduledAt() == null) {
            return false;
        }
        Instant at = publication.publishAt;
        Instant latest = publication.publishNow ? latestAtOnce(publication, now) : at.plus(TOLERANCE);
        return !post.scheduledAt().isBefore(at.minus(TOLERANCE))
                && !post.scheduledAt().isAfter(latest);
    }

    /** A job that works for long may make its post at its very end. */
    private static Instant latestAtOnce(Publication publication, Instant now) {
        Instant usually = publication.sentAt().plus(PUBLISH_NOW_SPREAD);
        if (publication.jobId() == null) {
            return usually;
        }
        Instant jobEnd = (publication.handover.jobUnderWay() ? now : publication.handover.jobEndedAt()).plus(TOLERANCE);
        return jobEnd.isAfter(usually) ? jobEnd : usually;
    }

    /** Listings leave fields out: what is not there tells nothing, what is there and differs tells enough. */
    private static Likeness likeness(PublerPost post, Content content) {
        if (!differences(post, content).isEmpty()) {
            return Likeness.DIFFERENT;
        }
        boolean shown = !address(post.url()).isEmpty() || !words(post.text()).isEmpty();
        return shown ? Likeness.SAME : Likeness.UNTOLD;
    }

    /** The fields that the row shows and that are not what was approved, with what it says there. */
    static Map<String, String> differences(PublerPost post, Content content) {
        Map<String, String> theirs = new LinkedHashMap<>();
        if (!content.title().isBlank() && differs(words(content.title()), words(post.title()))) {
            theirs.put("title", post.title());
        }
        if (differs(words(content.description()), words(post.text()))) {
            theirs.put("description", post.text());
        }
        if (differs(address(content.link()), address(post.url()))) {
            theirs.put("link", post.url());
        }
        if (differs(words(content.publerBoard()), words(post.albumId()))) {
            theirs.put("board", post.albumId());
        }
        return theirs;
    }

    private static boolean differs(String ours, String theirs) {
        return !theirs.isEmpty() && !theirs.equals(ours);
    }

    private static String words(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    /** The host's case and a bare slash at its end make no other address. */
    private static String address(String link) {
        String stripped = link == null ? "" : link.strip();
        try {
            URI uri = URI.create(stripped);
            if (uri.getRawAuthority() == null) {
                return stripped;
            }
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return uri.getScheme().toLowerCase(Locale.ROOT)
                    + "://"
                    + uri.getRawAuthority().toLowerCase(Locale.ROOT)
                    + path
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                    + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
        } catch (IllegalArgumentException unreadable) {
            return stripped;
        }
    }
}
