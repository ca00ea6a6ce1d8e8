package pinplan.publishing;

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

    /** Whether it is not known whose trouble it is. */
    boolean amongSeveral() {
        return publicationIds.size() > 1;
    }
}
