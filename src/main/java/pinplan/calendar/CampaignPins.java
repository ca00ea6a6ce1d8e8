package pinplan.calendar;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.util.List;
import pinplan.campaign.Campaign;
import pinplan.team.Workspace;
import pinplan.web.Paging;

/** What a campaign's page asks for: its pins, a page at a time, each to be shown as its card. */
@TemplateExtension
public final class CampaignPins {
    private CampaignPins() {}

    /** Those without a time first, then the latest. */
    public static Paging<Chip> pins(Campaign campaign, Workspace workspace, Instant now, int page) {
        Chips chips = new Chips(
                workspace,
                Filters.none(null).with(Filter.CAMPAIGN, campaign.id.toString()),
                ColourBy.CAMPAIGN,
                now,
                Choices.NONE);
        List<Chip> found = chips.all(Paging.first(page), Paging.SIZE + 1);
        return Paging.of(found.stream().map(Chip::dated).toList(), page);
    }
}
