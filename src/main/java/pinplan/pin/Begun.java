package pinplan.pin;

import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.campaign.Start;
import pinplan.team.Workspace;

/** A new draft's form, with what its campaign gives to it: only where it says nothing itself. */
final class Begun {
    private Begun() {}

    static void fill(PinForm form, Workspace workspace) {
        Campaign campaign = Names.found(form.campaign, id -> Campaign.in(workspace, id));
        if (campaign == null || campaign.archived()) {
            return;
        }
        Start start = campaign.start;
        place(form, start.board());
        if (form.link.isEmpty()) {
            form.link = start.link();
        }
        if (start.template() != null) {
            new Wording(form, workspace).fill(start.template(), false);
        }
    }

    private static void place(PinForm form, Board board) {
        if (board == null || !board.live() || !form.board.isBlank()) {
            return;
        }
        String account = board.account.id.toString();
        if (form.account.isBlank() || form.account.equals(account)) {
            form.board = board.id.toString();
            form.account = account;
        }
    }
}
