package pinplan.team;

import static pinplan.team.Right.*;

import java.util.EnumSet;
import java.util.Set;

/** What a member is in a workspace. The one place that says which role may what. */
public enum Role {
    OWNER(SEE, COMMENT, EDIT, APPROVE, OPERATE, ADMINISTER, OWN),
    ADMIN(SEE, COMMENT, EDIT, APPROVE, OPERATE, ADMINISTER),
    APPROVER(SEE, COMMENT, EDIT, APPROVE, OPERATE),
    CREATOR(SEE, COMMENT, EDIT),
    VIEWER(SEE, COMMENT);

    private final Set<Right> rights;

    Role(Right first, Right... rest) {
        rights = EnumSet.of(first, rest);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
