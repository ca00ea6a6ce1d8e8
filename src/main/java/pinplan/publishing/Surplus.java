package pinplan.publishing;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import pinplan.pin.Publishing;
import pinplan.publer.PublerPost;

/** One publication that Publer has more than once. */
final class Surplus {
    private Surplus() {}

    /** More than one of ours: those beyond the first are deleted, and looked for again until they are gone. */
    static Set<String> of(Publication publication, Match match, Instant now) {
        int times = match.ours().size();
        Set<String> ids = match.surplus().stream().map(PublerPost::id).collect(Collectors.toSet());
        if (times > 1) {
            publication.doubled(
                    publication.fault,
                    "Publer has it %d times%s."
                            .formatted(times, ids.isEmpty() ? "" : "; what is too much is being deleted"));
            if (publication.looks.count() < Recall.TIMES) {
                publication.tell(null, "Publer has it as " + Search.ids(match.ours()) + ": the first is kept", now);
            }
        }
        if (!ids.isEmpty() && publication.state() == Publishing.SCHEDULED) {
            if (publication.looks.count() < Recall.TIMES) {
                publication.due(now.plus(Backoff.RECALL.after(publication.looks.another())));
            } else {
                publication.doubled(
                        Fault.UNKNOWN, "Publer has it %d times and does not delete what is too much.".formatted(times));
                publication.due(Audit.next(publication.publishAt, now));
            }
        }
        return ids;
    }

    /** Of what waits for its time and is where it should be, looks are counted for this alone. */
    static boolean beingDeleted(Publication publication) {
        int looks = publication.looks.count();
        return looks > 0 && looks < Recall.TIMES;
    }
}
