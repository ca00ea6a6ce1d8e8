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

    /** @param chosen a board that stays on offer though it is there no more; null: none */
    static Offered by(Workspace workspace, Board chosen) {
        List<Board> boards = new ArrayList<>(Board.live(workspace));
        if (chosen != null && !chosen.live()) {
            boards.add(Board.in(workspace, chosen.id));
        }
        return new Offered(Membership.of(workspace), boards, Template.of(workspace));
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
