package pinplan.publishing;

import java.time.Instant;
import java.util.List;

/** Something unforeseen about one publication, or about one of several. It waits, visibly, and never stops the others. */
class Stuck extends RuntimeException {
    static final String SENTENCE = "Something went wrong here, not at Publer. It is in the log, and is tried again.";

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
}
