package pinplan.autosave;

import pinplan.team.Viewer;
import pinplan.team.Workspace;

/**
 * Who typed what is kept: a member of the workspace, or a guest of it.
 *
 * @param member 0: none
 * @param guest 0: none
 */
public record Owner(Workspace workspace, long member, long guest) {
    static Owner of(Viewer viewer) {
        return new Owner(viewer.workspace(), viewer.member().id, 0);
    }

    public static Owner guest(Workspace workspace, long guest) {
        return new Owner(workspace, 0, guest);
    }

    /** What is there once for each sitting of theirs. */
    String once() {
        return guest == 0 ? "(member_id, workspace_id, sitting)" : "(guest_id, sitting) where guest_id is not null";
    }
}
