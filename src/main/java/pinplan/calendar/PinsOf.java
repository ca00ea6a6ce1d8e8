package pinplan.calendar;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.util.List;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.media.Media;
import pinplan.pin.PinLimits;
import pinplan.team.Workspace;
import pinplan.web.Paging;

/** What the pages of a campaign, a board and a media ask for: their pins, each to be shown as its card. */
@TemplateExtension
public final class PinsOf {
    /** A page of a board is no archive: the calendar's list has all. */
    private static final int OF_BOARD = 100;

    /** A picture in more pins than that is known to be in use. */
    private static final int OF_MEDIA = 50;

    private PinsOf() {}

    /**
     * In the order of time; those without one at the end.
     *
     * @param all as many as can be changed at once, instead of a page
     */
    public static Paging<Chip> pins(Campaign campaign, Workspace workspace, Instant now, int page, boolean all) {
        Filters only = Filters.none(null).with(Filter.CAMPAIGN, campaign.id.toString());
        int size = all ? PinLimits.AT_ONCE : Paging.SIZE;
        int shown = all ? 1 : page;
        List<Chip> found = chips(workspace, only, now).all(Paging.first(shown, size), size + 1);
        return Paging.of(dated(found, now), shown, size);
    }

    /** Those that are still to go out, the next one first; those without a time at the end. */
    public static List<Chip> chips(Board board, Workspace workspace, Instant now) {
        Filters only = Filters.none(null).with(Filter.BOARD, board.id.toString());
        return dated(chips(workspace, only, now).toGoOut(OF_BOARD), now);
    }

    /** The latest first. */
    public static List<Chip> chips(Media media, Workspace workspace, Instant now) {
        return dated(chips(workspace, Filters.none(null), now).showing(media, OF_MEDIA), now);
    }

    private static Chips chips(Workspace workspace, Filters only, Instant now) {
        return new Chips(workspace, only, ColourBy.CAMPAIGN, now, Choices.NONE);
    }

    private static List<Chip> dated(List<Chip> chips, Instant now) {
        return chips.stream().map(chip -> chip.dated(now)).toList();
    }
}
