package pinplan.team;

/** What a line of the activity is about; people look it up by this. */
public enum Topic {
    PINS("Pins"),
    REVIEW("Review"),
    PUBLISHING("Publishing"),
    CAMPAIGNS("Campaigns"),
    TEAM("Team"),
    SETTINGS("Settings"),
    /** For those who administer: it says who was where. */
    SIGN_INS("Sign-ins and refusals");

    private final String words;

    Topic(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
