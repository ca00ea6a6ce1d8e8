package pinplan.team;

/** What a line of the activity is about; people look it up by this. */
public enum Topic {
    PINS("Pins"),
    REVIEW("Review"),
    PUBLISHING("Publishing"),
    CAMPAIGNS("Campaigns"),
    TEAM("Team"),
    SETTINGS("Settings"),
    SIGN_INS("Sign-ins and refusals");

    private final String words;

    Topic(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Not what stands on pages that are for those who administer, nor who was where. */
    public boolean openTo(Role role) {
        return this != SETTINGS && this != SIGN_INS || role.may(Right.ADMINISTER);
    }
}
