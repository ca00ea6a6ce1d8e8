package pinplan.calendar;

import java.util.List;
import java.util.stream.Stream;
import pinplan.campaign.Campaign;
import pinplan.campaign.Moment;
import pinplan.team.Workspace;

/** What runs in a span: of the campaigns that are there anyway to be chosen from, and one query for moments and notes. */
final class Bars {
    private Bars() {}

    static List<Bar> in(Span span, Workspace workspace, Choices choices, Filters filters) {
        return Stream.concat(campaigns(span, choices, filters), moments(span, workspace))
                .toList();
    }

    static Stream<Bar> moments(Span span, Workspace workspace) {
        return Moment.between(workspace, span.from(), span.until()).stream().map(Bar::of);
    }

    /** One without any dates is nowhere; where one is filtered by, the others are not shown. */
    private static Stream<Bar> campaigns(Span span, Choices choices, Filters filters) {
        return choices.campaigns().stream()
                .filter(filters::lets)
                .filter(campaign -> runs(campaign, span))
                .map(Bar::of);
    }

    static boolean runs(Campaign campaign, Span span) {
        return !campaign.archived()
                && (campaign.startsOn != null || campaign.endsOn != null)
                && Bar.of(campaign).touches(span.from(), span.until().minusDays(1));
    }
}
