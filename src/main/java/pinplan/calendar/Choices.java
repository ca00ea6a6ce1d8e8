package pinplan.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pinplan.pin.PinStatus;
import pinplan.web.Words;

/** What the calendar can be filtered by: everything live, and what an older address still names. */
public record Choices(List<CampaignRow> campaigns, List<Choice> accounts, List<Choice> boards, List<Choice> authors) {
    static final Choices NONE = new Choices(List.of(), List.of(), List.of(), List.of());

    /** So much of a text is enough to know it again; the field has all of it. */
    private static final int NAMED = 60;

    /** What a select offers. */
    public record Option(String value, String words, boolean chosen) {}

    public List<Option> campaigns(Filters filters) {
        return options(campaigns, filters, Filter.CAMPAIGN, CampaignRow::id, CampaignRow::name);
    }

    public List<Option> accounts(Filters filters) {
        return options(accounts, filters, Filter.ACCOUNT, Choice::id, Choice::name);
    }

    public List<Option> boards(Choice account, Filters filters) {
        return options(of(account), filters, Filter.BOARD, Choice::id, Choice::name);
    }

    public List<Option> statuses(Filters filters) {
        return options(List.of(PinStatus.values()), filters, Filter.STATUS, PinStatus::kind, PinStatus::word);
    }

    public List<Option> authors(Filters filters) {
        return options(authors, filters, Filter.AUTHOR, Choice::id, Choice::name);
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
    public List<Choice> of(Choice account) {
        return boards.stream()
                .filter(board -> board.accountId().equals(account.id()))
                .toList();
    }

    /** The one that is chosen, or null. */
    Choice board(Filters filters) {
        Long id = filters.number(Filter.BOARD);
        return boards.stream()
                .filter(board -> board.id().equals(id))
                .findFirst()
                .orElse(null);
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
            case CAMPAIGN -> id == null ? "none" : named(campaigns, CampaignRow::id, id, CampaignRow::name);
            case ACCOUNT -> named(accounts, Choice::id, id, Choice::name);
            case BOARD -> named(boards, Choice::id, id, Choice::name);
            case AUTHOR -> named(authors, Choice::id, id, Choice::name);
            case STATUS -> filters.status().word();
            case TEXT -> "“" + Words.clip(filters.value(filter.parameter()), NAMED) + "”";
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
        return named(
                        campaigns,
                        CampaignRow::id,
                        id,
                        campaign -> campaign.colour().css())
                .replace("unknown", "");
    }
}
