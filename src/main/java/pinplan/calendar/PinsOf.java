package pinplan.calendar;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.team.Workspace;
import pinplan.web.Paging;

/** What the pages of campaigns and boards ask for: their pins, a page at a time, each to be shown by calendar/card. */
@TemplateExtension
public final class PinsOf {
    private PinsOf() {}

    public static Paging<Chip> pins(Campaign campaign, Workspace workspace, Instant now, int page) {
        return page(new Filters(campaign.id, null, null, null, ""), workspace, now, page);
    }

    public static Paging<Chip> pins(Board board, Workspace workspace, Instant now, int page) {
        return page(new Filters(null, null, board.id, null, ""), workspace, now, page);
    }

    private static Paging<Chip> page(Filters filters, Workspace workspace, Instant now, int page) {
        return Paging.of(new Chips(workspace, filters, now).all(Paging.first(page), Paging.SIZE + 1), page);
    }
}
