package pinplan.publishing;

import java.time.Instant;
import java.util.Map;
import pinplan.publer.PublerPost;

/** What it means for a publication that exactly one post at Publer is it: what the post's state says is what the pin is. */
final class Seen {
    /** States at Publer in which a post waits for its time, and what they mean for people. */
    private static final Map<String, String> HELD = Map.of(
            "scheduled", "",
            "scheduled_approved", "",
            "scheduled_pending", "Publer holds it until someone approves it there.");

    private Seen() {}

    static void as(PublerPost post, Publication publication, Instant now) {
        publication.found(post, now);
        if (post.is("published")) {
            publication.drift.compare(post, publication);
            publication.published(now);
            if (post.is("published_deleted")) {
                publication.deletedThere(now);
            }
        } else if (post.is("failed")) {
            String said = post.error() == null ? "Publer could not publish it and gave no reason." : post.error();
            publication.rejected(Fault.of(said), said, now);
        } else if (post.is("scheduled_reauth") || post.is("scheduled_locked") || post.is("scheduled_declined")) {
            publication.heldBack(
                    "Publer holds it back: the account needs attention (%s).".formatted(post.state()), now);
        } else {
            held(post, publication, now);
        }
    }

    private static void held(PublerPost post, Publication publication, Instant now) {
        publication.held(
                post.is("draft")
                        ? "Somebody made it a draft at Publer."
                        : HELD.getOrDefault(
                                post.state(),
                                "Publer says that it is “%s”, which Pinplan does not know.".formatted(post.state())),
                now);
        if (publication.drift.compare(post, publication)) {
            String changed = publication.drift.words();
            publication.tell(
                    null, changed == null ? "At Publer it is as approved." : "Changed at Publer: " + changed, now);
        }
        if (publication.recallWanted) {
            publication.recalling(now);
        }
    }
}
