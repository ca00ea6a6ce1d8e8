package pinplan.publishing;

/** Something unforeseen about one publication. It waits, visibly, and never stops the others. */
class Stuck extends RuntimeException {
    static final String SENTENCE = "Something went wrong here, not at Publer. It is in the log, and is tried again.";

    private final long publicationId;

    Stuck(long publicationId, RuntimeException cause) {
        super("publication " + publicationId, cause);
        this.publicationId = publicationId;
    }

    long publicationId() {
        return publicationId;
    }
}
