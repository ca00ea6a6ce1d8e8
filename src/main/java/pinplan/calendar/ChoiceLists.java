package pinplan.calendar;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a question that ask for {@link Choices}, each a list. */
final class ChoiceLists {
    /** So many. */
    static final int SIZE = 4;

    private static final String CAMPAIGNS = CampaignRow.SQL + " and %s";

    private static final String ACCOUNTS =
            "select a.id, a.name, a.locked, a.retired_at is not null as gone from account a"
                    + " where a.workspace_id = :workspace and %s";

    private static final String BOARDS = "select b.id, b.name, b.account_id,"
            + " b.retired_at is not null or a.retired_at is not null as gone from board b join account a on a.id = b.account_id"
            + " where b.workspace_id = :workspace and %s";

    /** A board stands below its account, so that is named with it. */
    private static final String ITS_ACCOUNT =
            "a.retired_at is not null and (select b.id from board b where b.account_id = a.id and b.id = :board)";

    private static final String PLACES = "select m.id, m.name, p.id as place, false as gone from membership p"
            + " join member m on m.id = p.member_id where p.workspace_id = :workspace and p.removed_at is null";

    private static final String PEOPLE = "select m.id, m.name, m.id as place, true as gone from member m where %s";

    private static final String WROTE = "not exists (select 1 from membership p where p.workspace_id = :workspace"
            + " and p.removed_at is null and p.member_id = m.id) and exists"
            + " (select 1 from pin where pin.author_id = m.id and pin.workspace_id = :workspace) and m.id";

    private ChoiceLists() {}

    /** For everything live, and what is named although it is not. */
    static Stream<String> live(Filters filters, Map<String, Object> given) {
        return lists(
                CAMPAIGNS.formatted("c.archived_at is null")
                        + named(Filter.CAMPAIGN, CAMPAIGNS, "c.archived_at is not null and c.id", filters, given),
                ACCOUNTS.formatted("a.retired_at is null")
                        + named(Filter.ACCOUNT, ACCOUNTS, "a.retired_at is not null and a.id", filters, given)
                        + named(Filter.BOARD, ACCOUNTS, ITS_ACCOUNT, filters, given),
                BOARDS.formatted("b.retired_at is null and a.retired_at is null")
                        + named(
                                Filter.BOARD,
                                BOARDS,
                                "(b.retired_at is not null or a.retired_at is not null) and b.id",
                                filters,
                                given),
                PLACES + named(Filter.AUTHOR, PEOPLE, WROTE, filters, given));
    }

    /** For those with these numbers, whatever became of them. */
    static Stream<String> named(
            Set<Long> campaigns, Set<Long> accounts, Set<Long> boards, Set<Long> authors, Map<String, Object> given) {
        return lists(
                CAMPAIGNS.formatted(among(Filter.CAMPAIGN, "c", campaigns, given)),
                ACCOUNTS.formatted(among(Filter.ACCOUNT, "a", accounts, given)),
                BOARDS.formatted(among(Filter.BOARD, "b", boards, given)),
                PEOPLE.formatted(among(Filter.AUTHOR, "m", authors, given)));
    }

    private static String among(Filter filter, String table, Set<Long> ids, Map<String, Object> given) {
        given.put(filter.parameter(), ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
        return table + ".id = any(cast(:" + filter.parameter() + " as bigint[]))";
    }

    /** Live ones first, then what is not. */
    private static Stream<String> lists(String campaigns, String accounts, String boards, String authors) {
        return Stream.of(
                Around.list(campaigns, "archived, lower(name), id"),
                Around.list(accounts, "gone, lower(name), id"),
                Around.list(boards, "gone, lower(name), id"),
                Around.list(authors, "gone, lower(name), place"));
    }

    private static String named(Filter filter, String rows, String id, Filters filters, Map<String, Object> given) {
        Long named = filters.number(filter);
        if (named == null) {
            return "";
        }
        given.put(filter.parameter(), named);
        // What two filters name is told once.
        return " union " + rows.formatted(id + " = :" + filter.parameter());
    }

    /** @param told what these columns were answered by */
    static Choices read(Object[] told) {
        return new Choices(
                Around.read(told[0], CampaignRow.class),
                Around.read(told[1], Choice.class),
                Around.read(told[2], Choice.class),
                Around.read(told[3], Choice.class));
    }
}
