package pinplan.pin;

import pinplan.team.Member;
import pinplan.team.Right;

/**
 * Somebody who is no member and came by a link.
 *
 * @param name as they gave it
 * @param link what the link is called
 * @param approves whether the link lets them decide
 * @param invitedBy who made the link: what that member may not agree to, being its author, no guest of theirs may
 */
public record Visitor(long id, String name, String link, boolean comments, boolean approves, Member invitedBy) {
    boolean may(Right right) {
        return switch (right) {
            case SEE -> true;
            case COMMENT -> comments;
            case APPROVE -> approves;
            case EDIT, OPERATE, ADMINISTER, OWN -> false;
        };
    }
}
