package pinplan.review;

/** What becomes of a pin whose time comes before its approval. It is never published. */
public enum Late {
    HOLD("It goes on hold, flagged", false),
    NEXT_DAY("It moves to the same time the next day, up to this many times, then goes on hold", true),
    ESCALATE("A day before its time, every admin and owner is asked too; after that it goes on hold", false);

    private final String words;
    private final boolean counted;

    Late(String words, boolean counted) {
        this.words = words;
        this.counted = counted;
    }

    public String words() {
        return words;
    }

    /** Whether it takes a number of times. */
    public boolean counted() {
        return counted;
    }
}
