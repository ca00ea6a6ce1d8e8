package pinplan.team;

/** What a route may ask of a member. The words complete "You may not …" on the 403 page. */
public enum Right {
    SEE("see this workspace's pins"),
    COMMENT("comment"),
    EDIT("create and edit pins and campaigns"),
    APPROVE("approve pins or request changes"),
    OPERATE("pause, retry or resolve publishing"),
    ADMINISTER("manage members and settings"),
    OWN("change owners or delete the workspace");

    private final String words;

    Right(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
