package pinplan.calendar;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Paging;

@Path("/calendar")
@Needs(Right.SEE)
class Calendars {
    private final Viewer viewer;
    private final Clock clock;
    private final Remembered remembered;

    Calendars(Viewer viewer, Clock clock, Remembered remembered) {
        this.viewer = viewer;
        this.clock = clock;
        this.remembered = remembered;
    }

    @CheckedTemplate(basePath = "calendar")
    static class Templates {
        static native TemplateInstance month(Frame frame, Month month);

        static native TemplateInstance hours(Frame frame, Hours hours);

        static native TemplateInstance timeline(Frame frame, Timeline timeline);

        static native TemplateInstance list(Frame frame, Paging<Chip> pins);

        static native TemplateInstance board(Frame frame, BoardGrid grid);
    }

    @GET
    public TemplateInstance show(UriInfo address) {
        MultivaluedMap<String, String> typed = address.getQueryParameters();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, viewer.workspace().zone);
        View view = remembered.view(typed.getFirst("view"));
        Asked asked = new Asked(
                view,
                Asked.day(typed.getFirst("on"), today),
                Filters.of(typed::getFirst, viewer.member().id),
                ColourBy.of(typed.getFirst("colour")),
                "true".equals(typed.getFirst("unscheduled")) && view == View.LIST,
                Asked.page(typed.getFirst("page")),
                "day".equals(typed.getFirst("of")) && view == View.LIST,
                remembered.density(typed.getFirst("chips")));
        Chips chips = new Chips(viewer.workspace(), asked.filters(), asked.colour(), now);
        return switch (asked.view()) {
            case MONTH -> month(asked, today, chips);
            case WEEK -> hours(asked, today, Span.week(asked.on(), viewer.workspace().zone), chips, now);
            case DAY -> hours(asked, today, Span.day(asked.on(), viewer.workspace().zone), chips, now);
            case LIST -> list(asked, today, chips);
            case BOARD -> board(asked, today, chips);
            case TIMELINE -> timeline(asked, today, now);
        };
    }

    private TemplateInstance hours(Asked asked, LocalDate today, Span span, Chips chips, Instant now) {
        Hours hours = Hours.of(asked, span, now, viewer.may(Right.EDIT), viewer.workspace(), chips);
        return Templates.hours(frame(asked, today, span, hours.chips(), Tray.of(chips)), hours);
    }

    private TemplateInstance month(Asked asked, LocalDate today, Chips chips) {
        Workspace workspace = viewer.workspace();
        Month month = Month.of(asked, today, viewer.may(Right.EDIT), workspace, chips);
        Frame frame = frame(asked, today, Span.month(asked.month(), workspace.zone), month.chips(), Tray.of(chips));
        return Templates.month(frame, month);
    }

    private TemplateInstance list(Asked asked, LocalDate today, Chips chips) {
        Span span = asked.oneDay()
                ? Span.day(asked.on(), viewer.workspace().zone)
                : Span.onwards(
                        Span.month(asked.month(), viewer.workspace().zone).from(), viewer.workspace().zone);
        int first = Paging.first(asked.page());
        List<Chip> found = asked.unscheduled()
                ? chips.unscheduled(first, Paging.SIZE + 1).stream()
                        .map(chips::chip)
                        .toList()
                : chips.in(span, first, Paging.SIZE + 1);
        Paging<Chip> pins = Paging.of(found, asked.page());
        return Templates.list(frame(asked, today, span, pins.items(), null), pins);
    }

    private TemplateInstance timeline(Asked asked, LocalDate today, Instant now) {
        Workspace workspace = viewer.workspace();
        Span span = Span.weeks(asked.on(), Timeline.WEEKS, workspace.zone);
        WeekCounts counts = WeekCounts.in(span, Timeline.firsts(span), workspace, asked.filters(), now);
        Choices choices = Choices.of(workspace, asked.filters());
        return Templates.timeline(
                frame(asked, today, span, choices, counts.none(), List.of(), null),
                Timeline.of(asked, today, span, choices, workspace, counts));
    }

    private TemplateInstance board(Asked asked, LocalDate today, Chips chips) {
        Choices choices = Choices.of(viewer.workspace(), asked.filters());
        Span ever = Span.ever(viewer.workspace().zone);
        if (choices.board(asked.filters()) == null) {
            return Templates.board(frame(asked, today, ever, choices, List.of(), null), null);
        }
        BoardGrid grid = BoardGrid.of(chips, asked.page());
        return Templates.board(frame(asked, today, ever, choices, grid.pins().items(), Tray.of(chips)), grid);
    }

    private Frame frame(Asked asked, LocalDate today, Span span, List<Chip> shown, Tray tray) {
        return frame(asked, today, span, Choices.of(viewer.workspace(), asked.filters()), shown, tray);
    }

    private Frame frame(Asked asked, LocalDate today, Span span, Choices choices, List<Chip> shown, Tray tray) {
        return frame(asked, today, span, choices, shown.isEmpty(), shown, tray);
    }

    private Frame frame(
            Asked asked, LocalDate today, Span span, Choices choices, boolean empty, List<Chip> shown, Tray tray) {
        List<Way> waysOut = empty ? waysOut(asked, choices, span) : List.of();
        List<Chip> coloured = new ArrayList<>(shown);
        if (tray != null) {
            coloured.addAll(tray.chips());
        }
        Legend legend = Legend.of(coloured, asked);
        Strips strips = asked.chips()
                ? Strips.of(span, Bars.in(span, viewer.workspace(), choices, asked.filters()))
                : Strips.NONE;
        List<SavedView> saved = SavedView.of(viewer.workspace(), viewer.member());
        return new Frame(asked, today, span, viewer.may(Right.EDIT), choices, legend, tray, strips, saved, waysOut);
    }

    /** Which filter to drop, where dropping one is enough. */
    private List<Way> waysOut(Asked asked, Choices choices, Span span) {
        return choices.active(asked).stream()
                .filter(filter -> asked.view() != View.BOARD || filter.filter() != Filter.BOARD)
                .map(filter -> {
                    Filters fewer = asked.filters().without(filter.filter());
                    Chips more = new Chips(viewer.workspace(), fewer, asked.colour(), clock.instant());
                    return new Way(filter, asked.unscheduled() ? more.countUnscheduled() : more.count(span));
                })
                .filter(way -> way.pins() > 0)
                .toList();
    }
}
