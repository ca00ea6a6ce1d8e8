package pinplan.campaign;

/** What stands above the days beside campaigns. */
public enum MomentKind {
    MOMENT("Moment", "A date that matters, with a lead window before it: Easter, a launch."),
    NOTE("Note", "Words on one day or several, for everyone who plans.");

    private final String word;
    private final String hint;

    MomentKind(String word, String hint) {
        this.word = word;
        this.hint = hint;
    }

    public String word() {
        return word;
    }

    public String hint() {
        return hint;
    }
}
