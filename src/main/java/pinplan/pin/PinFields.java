package pinplan.pin;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import java.time.LocalDateTime;
import java.util.List;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;

/** What a person wants a pin to be, whichever door it came through. Never null texts; the rest may be missing in a draft. */
public record PinFields(
        String title,
        String description,
        String link,
        Account account,
        Board board,
        Campaign campaign,
        LocalDateTime plannedFor,
        List<Shot> shots) {

    public PinFields on(Account owner, Board other) {
        return new PinFields(title, description, link, owner, other, campaign, plannedFor, shots);
    }

    public PinFields on(Board other) {
        return on(other.account, other);
    }

    public PinFields saying(String newTitle, String newDescription) {
        return new PinFields(newTitle, newDescription, link, account, board, campaign, plannedFor, shots);
    }

    public PinFields leadingTo(String other) {
        return new PinFields(title, description, other, account, board, campaign, plannedFor, shots);
    }

    public PinFields in(Campaign other) {
        return new PinFields(title, description, link, account, board, other, plannedFor, shots);
    }

    public PinFields showing(List<Shot> others) {
        return new PinFields(title, description, link, account, board, campaign, plannedFor, others);
    }

    public PinFields at(LocalDateTime other) {
        return new PinFields(title, description, link, account, board, campaign, other, shots);
    }

    boolean sameButForTime(PinFields other) {
        return title.equals(other.title)
                && description.equals(other.description)
                && link.equals(other.link)
                && same(account, other.account)
                && same(board, other.board)
                && sameCampaign(other)
                && Shot.same(shots, other.shots);
    }

    boolean sameCampaign(PinFields other) {
        return same(campaign, other.campaign);
    }

    private static boolean same(PanacheEntity one, PanacheEntity other) {
        return one == null || other == null ? one == other : one.id.equals(other.id);
    }
}
