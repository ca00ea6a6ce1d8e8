package pinplan.guest;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import pinplan.pin.Pin;
import pinplan.team.Workspace;

/** Whether a guest is there whose word counts, for pages that say whom a pin waits for. */
@TemplateExtension
final class Deciding {
    private static final String OPEN =
            "from GuestLink l left join l.pins p where l.workspace = ?1 and l.approves and l.revokedAt is null and l.expiresAt > ?2"
                    // Whose link it is must be there, and could decide themself.
                    + " and exists (select 1 from Membership m where m.workspace = l.workspace and m.member = l.madeBy"
                    + " and m.removedAt is null and m.role in (OWNER, ADMIN, APPROVER))";

    private Deciding() {}

    /** By any link. */
    static boolean guestDecides(Workspace workspace, Instant now) {
        return GuestLink.count(OPEN, workspace, now) > 0;
    }

    /** By a link that shows this pin, made by nobody whose own it is, nor by who moved it. */
    static boolean guestDecides(Pin pin, Instant now) {
        return GuestLink.count(
                        OPEN + " and (p = ?3 or l.campaign = ?4) and (?5 = true or l.madeBy <> ?6 and l.madeBy <> ?7"
                                + " and not exists (from Review r where r.pin = ?3 and r.endedAt is null and r.askedBy = l.madeBy))",
                        pin.workspace(),
                        now,
                        pin,
                        pin.campaign(),
                        pin.workspace().authorsMayApprove,
                        pin.author(),
                        pin.revision().madeBy)
                > 0;
    }
}
