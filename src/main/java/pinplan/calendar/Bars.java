package pinplan.calendar;

import java.util.List;
import java.util.stream.Stream;

/** What runs in a span, of what is read anyway: campaigns, moments and notes. */
final class Bars {
    private Bars() {}

    static List<Bar> in(Span span, Around around, Filters filters) {
        return Stream.concat(campaigns(span, around.choices(), filters), around.moments().stream())
                .toList();
    }

    /** One without any dates is nowhere; where one is filtered by, the others are not shown. */
    private static Stream<Bar> campaigns(Span span, Choices choices, Filters filters) {
        return choices.campaigns().stream()
                .filter(filters::lets)
                .filter(campaign -> runs(campaign, span))
                .map(Bar::of);
    }

    static boolean runs(CampaignRow campaign, Span span) {
        return !campaign.archived()
                && campaign.dated()
                && Bar.of(campaign).touches(span.from(), span.until().minusDays(1));
    }
}
