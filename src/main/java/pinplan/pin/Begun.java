package pinplan.pin;

import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.campaign.Start;
import pinplan.team.Workspace;
import pinplan.words.Texts;

/** A new draft's form, with what its campaign gives to it: only where it says nothing itself. */
record Begun(PinForm form, Workspace workspace) {
    /** @return what it gave */
    static Gift fill(PinForm form, Workspace workspace) {
        return new Begun(form, workspace).fill();
    }

    private Gift fill() {
        PinForm before = form.copy();
        Start start = start();
        place(start.board());
        if (form.link.isEmpty()) {
            form.link = start.link();
        }
        if (start.template() != null) {
            new Wording(form, workspace).fill(start.template(), false);
        }
        return Gift.between(before, form);
    }

    /** What it says of the form as it is, whatever that says itself. */
    Texts texts() {
        Start start = start();
        return start.template() == null ? new Texts("", "", "") : new Wording(form, workspace).of(start.template());
    }

    private Start start() {
        Campaign campaign = Names.found(form.campaign, id -> Campaign.in(workspace, id));
        return campaign == null || campaign.archived() ? Start.none() : campaign.start;
    }

    private void place(Board board) {
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
