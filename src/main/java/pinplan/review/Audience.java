package pinplan.review;

/** Who reads a thread of comments. */
public enum Audience {
    INTERNAL("Internal", "Only members of this workspace can read it."),
    EXTERNAL("External", "Guests can read it too.");

    private final String word;
    private final String words;

    Audience(String word, String words) {
        this.word = word;
        this.words = words;
    }

    public String word() {
        return word;
    }

    public String words() {
        return words;
    }

    public boolean external() {
        return this == EXTERNAL;
    }

    /** Where it is said what is wrong with a comment that was meant for them. */
    public String field() {
        return external() ? "comment-external" : "comment";
    }
}
