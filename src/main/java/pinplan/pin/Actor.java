package pinplan.pin;

import pinplan.team.Member;
import pinplan.team.Right;
import pinplan.team.Role;
import pinplan.team.Viewer;

/** Who does something to a pin, and as what. */
public record Actor(Member member, Role role) {
    public static Actor of(Viewer viewer) {
        return new Actor(viewer.member(), viewer.role());
    }

    public boolean may(Right right) {
        return role.may(right);
    }

    /** For templates, which know a right by its name. */
    public boolean may(String right) {
        return may(Right.valueOf(right));
    }

    public boolean is(Member other) {
        return other != null && member.id.equals(other.id);
    }
}
