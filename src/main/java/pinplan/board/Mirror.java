package pinplan.board;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import pinplan.publer.PublerAccount;
import pinplan.publer.PublerBoard;
import pinplan.team.Workspace;

/** Brings our rows in line with one complete answer of Publer's, in the caller's transaction. */
final class Mirror {
    private Mirror() {}

    /** @return the accounts that are there now, in Publer's order */
    static List<Account> accounts(Workspace workspace, List<PublerAccount> there, Instant now) {
        Map<String, PublerAccount> seen = byId(there, PublerAccount::id);
        Map<String, Account> ours = byId(Account.all(workspace), account -> account.publerId);
        ours.values().stream()
                .filter(account -> !seen.containsKey(account.publerId))
                .forEach(account -> {
                    account.retire(now);
                    Board.of(account).forEach(board -> board.retire(now));
                });
        return seen.values().stream()
                .map(at -> {
                    Account account = ours.computeIfAbsent(at.id(), id -> fresh(workspace, id));
                    account.seen(at, now);
                    account.persist();
                    return account;
                })
                .toList();
    }

    static void boards(Account account, List<PublerBoard> there, Instant now) {
        Map<String, PublerBoard> seen = byId(there, PublerBoard::id);
        Map<String, Board> ours = byId(Board.of(account), board -> board.publerId);
        ours.values().stream()
                .filter(board -> !seen.containsKey(board.publerId))
                .forEach(board -> board.retire(now));
        seen.values().forEach(at -> {
            Board board = ours.computeIfAbsent(at.id(), id -> fresh(account, id));
            board.seen(at, now);
            board.persist();
        });
    }

    /** PostgreSQL keeps no NUL, and a name is no place for line breaks. */
    static String text(String said, String otherwise) {
        String clean =
                said == null ? "" : said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.isEmpty() ? otherwise : clean;
    }

    private static Account fresh(Workspace workspace, String publerId) {
        Account account = new Account();
        account.workspace = workspace;
        account.publerId = publerId;
        return account;
    }

    private static Board fresh(Account account, String publerId) {
        Board board = new Board();
        board.workspace = account.workspace;
        board.account = account;
        board.publerId = publerId;
        return board;
    }

    private static <T> Map<String, T> byId(List<T> rows, Function<T, String> id) {
        return rows.stream().collect(Collectors.toMap(id, row -> row, (first, again) -> first, LinkedHashMap::new));
    }
}
