package pinplan.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.team.Membership;
import pinplan.team.Workspace;
import pinplan.words.Template;

/** What a campaign's form offers to choose from. */
public record Offered(List<Membership> members, List<Board> boards, List<Template> templates) {
    /** The boards of one account. */
    public record Shelf(Account account, List<Board> boards) {}

    /** @param campaign whose board and owner stay on offer though they are there no more; null: a new one */
    static Offered by(Workspace workspace, Campaign campaign) {
        Board chosen = campaign == null ? null : campaign.start.board();
        Long owner = campaign == null || campaign.owner == null ? null : campaign.owner.id;
        List<Membership> members = Membership.ever(workspace).stream()
                .filter(one -> !one.over() || one.member.id.equals(owner))
                .toList();
        List<Board> boards = new ArrayList<>(Board.live(workspace));
        if (chosen != null && !chosen.live()) {
            boards.add(Board.in(workspace, chosen.id));
        }
        return new Offered(members, boards, Template.of(workspace));
    }

    public List<Shelf> shelves() {
        Map<Long, Shelf> shelves = new LinkedHashMap<>();
        for (Board board : boards) {
            shelves.computeIfAbsent(board.account.id, id -> new Shelf(board.account, new ArrayList<>()))
                    .boards
                    .add(board);
        }
        return List.copyOf(shelves.values());
    }
}
