package pinplan.calendar;

import pinplan.team.Member;

/** What the database says of a view that is kept. */
public record KeptView(long id, String name, String address, boolean shared, Long ownerId) {
    /** The member's own, and those that are shared. */
    static final String SQL = "select v.id, v.name, v.address, v.shared, v.owner_id from saved_view v"
            + " where v.workspace_id = :workspace and (v.owner_id = :member or v.shared)";

    public boolean isOf(Member member) {
        return ownerId.equals(member.id);
    }
}
