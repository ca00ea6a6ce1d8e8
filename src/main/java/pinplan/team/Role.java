package pinplan.team;

import static pinplan.team.Right.*;

import java.util.EnumSet;
import java.util.Set;

/** What a member is in a workspace. The one place that says which role may what. */
public enum Role {
    OWNER("Everything, including owners and the approval rule", SEE, COMMENT, EDIT, APPROVE, OPERATE, ADMINISTER, OWN),
    ADMIN("Everything approvers do, plus members and settings", SEE, COMMENT, EDIT, APPROVE, OPERATE, ADMINISTER),
    APPROVER(
            "Everything creators do, plus approving pins and looking after publishing",
            SEE,
            COMMENT,
            EDIT,
            APPROVE,
            OPERATE),
    CREATOR("Writes and plans pins and campaigns", SEE, COMMENT, EDIT),
    VIEWER("Sees everything and comments", SEE, COMMENT);

    private final String does;
    private final Set<Right> rights;

    Role(String does, Right first, Right... rest) {
        this.does = does;
        rights = EnumSet.of(first, rest);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** In a line, for whoever chooses one for somebody. */
    public String does() {
        return does;
    }

    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
