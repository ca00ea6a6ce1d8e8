package pinplan.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.pin.PinStatus;
import pinplan.team.Workspace;

/** What the calendar can be filtered by: everything live, and what an older address still names. */
public record Choices(List<Campaign> campaigns, List<Account> accounts, List<Board> boards) {
    static Choices of(Workspace workspace, Filters filters) {
        List<Campaign> campaigns = new ArrayList<>(Campaign.live(workspace));
        if (filters.campaign() != null && campaigns.stream().noneMatch(c -> c.id.equals(filters.campaign()))) {
            campaigns.addAll(Campaign.list("workspace = ?1 and id = ?2", workspace, filters.campaign()));
        }
        List<Account> accounts = new ArrayList<>(Account.live(workspace));
        if (filters.account() != null && accounts.stream().noneMatch(a -> a.id.equals(filters.account()))) {
            accounts.addAll(Account.list("workspace = ?1 and id = ?2", workspace, filters.account()));
        }
        List<Board> boards = new ArrayList<>(Board.live(workspace));
        if (filters.board() != null && boards.stream().noneMatch(b -> b.id.equals(filters.board()))) {
            boards.addAll(Board.list(
                    "from Board b join fetch b.account where b.workspace = ?1 and b.id = ?2",
                    workspace,
                    filters.board()));
        }
        return new Choices(campaigns, accounts, boards);
    }

    public PinStatus[] statuses() {
        return PinStatus.values();
    }

    Campaign campaign(Long id) {
        return campaigns.stream()
                .filter(c -> Objects.equals(c.id, id))
                .findFirst()
                .orElse(null);
    }

    /** The boards of one account. */
    public List<Board> of(Account account) {
        return boards.stream().filter(b -> b.account.id.equals(account.id)).toList();
    }

    List<ActiveFilter> active(Asked asked) {
        Filters filters = asked.filters();
        List<ActiveFilter> active = new ArrayList<>();
        if (filters.campaign() != null) {
            Campaign campaign = campaign(filters.campaign());
            active.add(new ActiveFilter(
                    "campaign",
                    "Campaign",
                    campaign == null ? "unknown" : campaign.name,
                    campaign == null ? "" : campaign.colour.css(),
                    asked.without("campaign")));
        }
        if (filters.account() != null) {
            String name = accounts.stream()
                    .filter(a -> a.id.equals(filters.account()))
                    .map(a -> a.name)
                    .findFirst()
                    .orElse("unknown");
            active.add(new ActiveFilter("account", "Account", name, "", asked.without("account")));
        }
        if (filters.board() != null) {
            String name = boards.stream()
                    .filter(b -> b.id.equals(filters.board()))
                    .map(b -> b.name)
                    .findFirst()
                    .orElse("unknown");
            active.add(new ActiveFilter("board", "Board", name, "", asked.without("board")));
        }
        if (filters.status() != null) {
            active.add(new ActiveFilter("status", "Status", filters.status().word(), "", asked.without("status")));
        }
        if (!filters.text().isEmpty()) {
            active.add(new ActiveFilter("q", "Text", "“" + filters.text() + "”", "", asked.without("q")));
        }
        return active;
    }
}
