package pinplan.board;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.team.Workspace;

/** An account with its boards, as the list shows them. */
record Shelf(Account account, List<Board> live, List<Board> retired) {
    static List<Shelf> all(Workspace workspace) {
        Map<Long, List<Board>> boards =
                Board.all(workspace).stream().collect(Collectors.groupingBy(board -> board.account.id));
        return Account.all(workspace).stream()
                .map(account -> of(account, boards.getOrDefault(account.id, List.of())))
                .toList();
    }

    private static Shelf of(Account account, List<Board> boards) {
        Map<Boolean, List<Board>> byLife =
                boards.stream().collect(Collectors.partitioningBy(board -> account.live() && board.retiredAt == null));
        return new Shelf(account, byLife.get(true), byLife.get(false));
    }
}
