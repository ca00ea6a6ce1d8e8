package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pinplan.pin.Publishing;

/** Something unforeseen about one publication, or about one of several. It waits, visibly, and never stops the others. */
class Stuck extends RuntimeException {
    static final String SENTENCE = "Something went wrong here, not at Publer. It is in the log, and is tried again.";

    /** Long enough that it is no burden, short enough for what a person puts right in the database. */
    private static final Duration UNREAD = Duration.ofMinutes(1);

    private final List<Long> publicationIds;

    Stuck(List<Long> publicationIds, RuntimeException cause) {
        super("publication " + publicationIds, cause);
        this.publicationIds = publicationIds;
    }

    List<Long> publicationIds() {
        return publicationIds;
    }

    /**
     * Where others were claimed with it and nobody knows whose trouble it is, each goes by itself from then on: that costs
     * requests, not pins.
     */
    void putOff(Publication publication, Instant now) {
        if (publicationIds.size() > 1) {
            publication.goesAlone();
        } else {
            publication.tryLater(Fault.UNKNOWN, SENTENCE, now);
        }
    }

    /** Where something goes wrong even with that: by their rows alone. Whatever is due after them must not wait for them. */
    void putOffUnread(Instant now) {
        for (Long id : publicationIds) {
            Publication.update(
                    "dueAt = ?1, fault = ?2, reason = ?3, tries = tries + 1, alone = true where id = ?4 and state = ?5",
                    now.plus(UNREAD),
                    Fault.UNKNOWN,
                    SENTENCE,
                    id,
                    Publishing.PENDING);
        }
    }
}
