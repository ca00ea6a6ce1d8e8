package pinplan.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.pin.PinStatus;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Workspace;

/** What the calendar can be filtered by: everything live, and what an older address still names. */
public record Choices(List<Campaign> campaigns, List<Account> accounts, List<Board> boards, List<Member> authors) {
    static Choices of(Workspace workspace, Filters filters) {
        return new Choices(
                withNamed(
                        Campaign.live(workspace),
                        filters.number(Filter.CAMPAIGN),
                        campaign -> campaign.id,
                        id -> Campaign.<Campaign>list("workspace = ?1 and id = ?2", workspace, id)),
                withNamed(
                        Account.live(workspace),
                        filters.number(Filter.ACCOUNT),
                        account -> account.id,
                        id -> Account.<Account>list("workspace = ?1 and id = ?2", workspace, id)),
                withNamed(
                        Board.live(workspace),
                        filters.number(Filter.BOARD),
                        board -> board.id,
                        id -> Board.<Board>list(
                                "from Board b join fetch b.account where b.workspace = ?1 and b.id = ?2",
                                workspace,
                                id)),
                withNamed(
                        Membership.of(workspace).stream()
                                .map(membership -> membership.member)
                                .toList(),
                        filters.number(Filter.AUTHOR),
                        member -> member.id,
                        id -> Member.<Member>list(
                                "from Member m where m.id = ?2 and exists"
                                        + " (from Pin p where p.author = m and p.workspace = ?1)",
                                workspace,
                                id)));
    }

    private static <T> List<T> withNamed(
            List<T> live, Long named, Function<T, Long> id, Function<Long, List<T>> found) {
        return named == null || live.stream().anyMatch(each -> id.apply(each).equals(named))
                ? live
                : Stream.concat(live.stream(), found.apply(named).stream()).toList();
    }

    /** What a select offers. */
    public record Option(String value, String words, boolean chosen) {}

    public List<Option> campaigns(Filters filters) {
        return options(campaigns, filters, Filter.CAMPAIGN, one -> one.id, one -> one.name);
    }

    public List<Option> accounts(Filters filters) {
        return options(accounts, filters, Filter.ACCOUNT, one -> one.id, one -> one.name);
    }

    public List<Option> boards(Account account, Filters filters) {
        return options(of(account), filters, Filter.BOARD, one -> one.id, one -> one.name);
    }

    public List<Option> statuses(Filters filters) {
        return options(List.of(PinStatus.values()), filters, Filter.STATUS, PinStatus::kind, PinStatus::word);
    }

    public List<Option> authors(Filters filters) {
        return options(authors, filters, Filter.AUTHOR, one -> one.id, one -> one.name);
    }

    private static <T> List<Option> options(
            List<T> all, Filters filters, Filter filter, Function<T, Object> value, Function<T, String> words) {
        String chosen = filters.value(filter.parameter());
        return all.stream()
                .map(each -> {
                    String said = value.apply(each).toString();
                    return new Option(said, words.apply(each), said.equals(chosen));
                })
                .toList();
    }

    public ColourBy[] colours() {
        return ColourBy.values();
    }

    /** The boards of one account. */
    public List<Board> of(Account account) {
        return boards.stream().filter(b -> b.account.id.equals(account.id)).toList();
    }

    /** The one that is chosen, or null. */
    Board board(Filters filters) {
        Long id = filters.number(Filter.BOARD);
        return boards.stream().filter(b -> b.id.equals(id)).findFirst().orElse(null);
    }

    List<ActiveFilter> active(Asked asked) {
        List<ActiveFilter> active = new ArrayList<>();
        for (Map.Entry<Filter, String> each : asked.filters().values().entrySet()) {
            Filter filter = each.getKey();
            active.add(new ActiveFilter(
                    filter,
                    filter.flag() ? filter.word() : filter.word() + ": " + name(filter, asked.filters()),
                    filter == Filter.CAMPAIGN ? css(asked.filters().number(filter)) : "",
                    asked.without(filter)));
        }
        return active;
    }

    private String name(Filter filter, Filters filters) {
        Long id = filter == Filter.CAMPAIGN
                        || filter == Filter.ACCOUNT
                        || filter == Filter.BOARD
                        || filter == Filter.AUTHOR
                ? filters.number(filter)
                : null;
        return switch (filter) {
            case CAMPAIGN ->
                id == null ? "none" : named(campaigns, campaign -> campaign.id, id, campaign -> campaign.name);
            case ACCOUNT -> named(accounts, account -> account.id, id, account -> account.name);
            case BOARD -> named(boards, board -> board.id, id, board -> board.name);
            case AUTHOR -> named(authors, member -> member.id, id, member -> member.name);
            case STATUS -> filters.status().word();
            case TEXT -> "“" + filters.value(filter.parameter()) + "”";
            case DOMAIN, WARNING, MINE -> filters.value(filter.parameter());
        };
    }

    private static <T> String named(List<T> all, Function<T, Long> key, Long id, Function<T, String> name) {
        return all.stream()
                .filter(each -> key.apply(each).equals(id))
                .map(name)
                .findFirst()
                .orElse("unknown");
    }

    private String css(Long id) {
        return named(campaigns, campaign -> campaign.id, id, campaign -> campaign.colour.css())
                .replace("unknown", "");
    }
}
