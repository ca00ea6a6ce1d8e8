package pinplan.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pinplan.campaign.Campaign;
import pinplan.team.Workspace;

/**
 * The campaigns of some weeks, with how many of their pins fall in each; moments and notes above them.
 *
 * @param none the pins that chose no campaign; null where there are none; there: those that were made in Publer itself
 * @param more how many campaigns the page has no room for
 * @param moreMoments how many moments and notes it has no room for
 */
public record Timeline(
        List<TimelineWeek> weeks,
        List<TimelineRow> moments,
        List<TimelineRow> campaigns,
        TimelineRow none,
        TimelineRow there,
        int more,
        int moreMoments) {
    static final int WEEKS = 12;

    private static final int SHOWN = 60;

    private static final Comparator<CampaignRow> BY_BEGIN = Comparator.comparing(
                    CampaignRow::startsOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CampaignRow::name, String.CASE_INSENSITIVE_ORDER);

    static Timeline of(Asked asked, LocalDate today, Span span, Around around, Workspace workspace, WeekCounts counts) {
        List<TimelineWeek> weeks = firsts(span).stream()
                .map(first -> new TimelineWeek(
                        first,
                        !today.isBefore(first) && today.isBefore(first.plusWeeks(1)),
                        asked.week(first, asked.filters())))
                .toList();
        List<CampaignRow> campaigns = campaigns(span, asked.filters(), around.choices(), workspace, counts);
        List<Bar> moments = around.moments();
        return new Timeline(
                weeks,
                moments.stream()
                        .limit(SHOWN)
                        .map(bar -> TimelineRow.of(bar, weeks))
                        .toList(),
                campaigns.stream()
                        .limit(SHOWN)
                        .map(campaign -> row(campaign, weeks, asked, counts))
                        .toList(),
                others(
                        "No campaign",
                        WeekCounts.NO_CAMPAIGN,
                        asked.filters().with(Filter.CAMPAIGN, Filters.NONE),
                        weeks,
                        asked,
                        counts),
                others("Made in Publer", WeekCounts.THERE, asked.filters(), weeks, asked, counts),
                Math.max(0, campaigns.size() - SHOWN),
                Math.max(0, moments.size() - SHOWN));
    }

    static List<LocalDate> firsts(Span span) {
        return Stream.iterate(span.from(), first -> first.isBefore(span.until()), first -> first.plusWeeks(1))
                .toList();
    }

    /** Those that run in these weeks, and those that have pins here all the same, put away ones too. */
    private static List<CampaignRow> campaigns(
            Span span, Filters filters, Choices choices, Workspace workspace, WeekCounts counts) {
        Set<Long> known = choices.campaigns().stream().map(CampaignRow::id).collect(Collectors.toSet());
        List<CampaignRow> all = new ArrayList<>(choices.campaigns().stream()
                .filter(campaign -> counts.any(campaign.id()) || filters.lets(campaign) && Bars.runs(campaign, span))
                .toList());
        List<Long> others =
                counts.campaigns().stream().filter(id -> !known.contains(id)).toList();
        if (!others.isEmpty()) {
            all.addAll(Campaign.<Campaign>list(
                            "from Campaign c left join fetch c.owner where c.workspace = ?1 and c.id in ?2",
                            workspace,
                            others)
                    .stream()
                    .map(CampaignRow::of)
                    .toList());
        }
        all.sort(BY_BEGIN);
        return all;
    }

    private static TimelineRow row(CampaignRow campaign, List<TimelineWeek> weeks, Asked asked, WeekCounts counts) {
        Bar bar = Bar.of(campaign);
        String note = Stream.of(
                        campaign.dated() ? bar.dates() : "no dates",
                        campaign.owner() == null ? "" : campaign.owner(),
                        campaign.archived() ? "archived" : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
        return new TimelineRow(
                campaign.name(),
                Bar.Kind.CAMPAIGN.icon(),
                campaign.colour().css(),
                bar.href(),
                note,
                cells(
                        weeks,
                        campaign.id(),
                        campaign.dated() ? bar : null,
                        asked,
                        asked.filters().with(Filter.CAMPAIGN, campaign.id().toString()),
                        counts));
    }

    /** Of what is in no campaign; null where there is none. */
    private static TimelineRow others(
            String name, Long counted, Filters filters, List<TimelineWeek> weeks, Asked asked, WeekCounts counts) {
        return counts.any(counted)
                ? new TimelineRow(name, "more", "c-none", null, "", cells(weeks, counted, null, asked, filters, counts))
                : null;
    }

    private static List<TimelineCell> cells(
            List<TimelineWeek> weeks, Long campaign, Bar bar, Asked asked, Filters filters, WeekCounts counts) {
        return IntStream.range(0, weeks.size())
                .mapToObj(i -> TimelineCell.of(
                        bar,
                        weeks.get(i),
                        counts.of(campaign, i),
                        asked.week(weeks.get(i).first(), filters)))
                .toList();
    }

    public boolean empty() {
        return moments.isEmpty() && campaigns.isEmpty() && none == null && there == null;
    }
}
