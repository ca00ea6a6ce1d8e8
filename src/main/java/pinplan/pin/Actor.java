package pinplan.pin;

import pinplan.team.Member;
import pinplan.team.Right;
import pinplan.team.Role;
import pinplan.team.Viewer;

/**
 * Who does something to a pin, and as what.
 *
 * @param member null for a guest
 * @param role null for a guest
 * @param guest null for a member
 */
public record Actor(Member member, Role role, Visitor guest) {
    public Actor(Member member, Role role) {
        this(member, role, null);
    }

    public static Actor of(Viewer viewer) {
        return new Actor(viewer.member(), viewer.role());
    }

    public static Actor of(Visitor guest) {
        return new Actor(null, null, guest);
    }

    public boolean may(Right right) {
        return guest == null ? role.may(right) : guest.may(right);
    }

    /** For templates, which know a right by its name. */
    public boolean may(String right) {
        return may(Right.valueOf(right));
    }

    public boolean is(Member other) {
        return member != null && other != null && member.id.equals(other.id);
    }

    /** Theirs, or the voice that they lent to a guest. */
    boolean speaksFor(Member other) {
        return is(other)
                || guest != null && other != null && guest.invitedBy().id.equals(other.id);
    }
}
