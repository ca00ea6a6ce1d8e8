package pinplan.calendar;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pinplan.pin.PinLimits;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Answer;
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

        static native TemplateInstance list(Frame frame, Paging<Chip> pins, boolean chosen);

        static native TemplateInstance board(Frame frame, BoardGrid grid);
    }

    @GET
    public Response show(UriInfo address) {
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
        TemplateInstance page = page(asked, today, now, "all".equals(typed.getFirst("chosen")));
        return asked.filters().refusal() == null ? Answer.page(page) : Answer.again(page);
    }

    private TemplateInstance page(Asked asked, LocalDate today, Instant now, boolean chosen) {
        Span span = span(asked, viewer.workspace().zone);
        Around around = Around.of(viewer.workspace(), viewer.member(), asked.filters(), asked.strips() ? span : null);
        Chips chips = new Chips(viewer.workspace(), asked.filters(), asked.colour(), now, around.choices());
        return switch (asked.view()) {
            case MONTH -> month(asked, today, span, around, chips);
            case WEEK, DAY -> hours(asked, today, span, around, chips, now);
            case LIST -> list(asked, today, span, around, chips, chosen);
            case BOARD -> board(asked, today, span, around, chips);
            case TIMELINE -> timeline(asked, today, span, around, now);
        };
    }

    private static Span span(Asked asked, ZoneId zone) {
        return switch (asked.view()) {
            case MONTH -> Span.month(asked.month(), zone);
            case WEEK -> Span.week(asked.on(), zone);
            case DAY -> Span.day(asked.on(), zone);
            case LIST ->
                asked.oneDay()
                        ? Span.day(asked.on(), zone)
                        : Span.onwards(asked.month().atDay(1), zone);
            case BOARD -> Span.ever(zone);
            case TIMELINE -> Span.weeks(asked.on(), Timeline.WEEKS, zone);
        };
    }

    private TemplateInstance month(Asked asked, LocalDate today, Span span, Around around, Chips chips) {
        Month month = Month.of(asked, span, today, viewer.may(Right.EDIT), viewer.workspace(), chips);
        return Templates.month(frame(asked, today, span, around, month.chips(), month.tray()), month);
    }

    private TemplateInstance hours(Asked asked, LocalDate today, Span span, Around around, Chips chips, Instant now) {
        Hours hours = Hours.of(asked, span, now, viewer.may(Right.EDIT), viewer.workspace(), chips);
        return Templates.hours(frame(asked, today, span, around, hours.chips(), hours.tray()), hours);
    }

    /** @param chosen all of it on one page, each with its tick */
    private TemplateInstance list(Asked asked, LocalDate today, Span span, Around around, Chips chips, boolean chosen) {
        int size = chosen ? PinLimits.AT_ONCE : Paging.SIZE;
        int page = chosen ? 1 : asked.page();
        int first = Paging.first(page, size);
        List<Chip> found = asked.unscheduled()
                ? chips.unscheduled(first, size + 1).stream().map(chips::chip).toList()
                : chips.in(span, first, size + 1);
        Paging<Chip> pins = Paging.of(found, page, size);
        return Templates.list(frame(asked, today, span, around, pins.items(), null), pins, chosen);
    }

    private TemplateInstance timeline(Asked asked, LocalDate today, Span span, Around around, Instant now) {
        Workspace workspace = viewer.workspace();
        WeekCounts counts = WeekCounts.in(span, Timeline.firsts(span), workspace, asked.filters(), now);
        return Templates.timeline(
                frame(asked, today, span, around, counts.none(), List.of(), null),
                Timeline.of(asked, today, span, around, workspace, counts));
    }

    private TemplateInstance board(Asked asked, LocalDate today, Span span, Around around, Chips chips) {
        if (around.choices().board(asked.filters()) == null) {
            return Templates.board(frame(asked, today, span, around, List.of(), null), null);
        }
        BoardGrid grid = BoardGrid.of(chips, asked.page());
        return Templates.board(frame(asked, today, span, around, grid.pins().items(), Tray.of(chips)), grid);
    }

    private Frame frame(Asked asked, LocalDate today, Span span, Around around, List<Chip> shown, Tray tray) {
        return frame(asked, today, span, around, shown.isEmpty(), shown, tray);
    }

    private Frame frame(
            Asked asked, LocalDate today, Span span, Around around, boolean empty, List<Chip> shown, Tray tray) {
        Choices choices = around.choices();
        List<Way> waysOut = empty ? waysOut(asked, choices, span) : List.of();
        List<Chip> coloured = new ArrayList<>(shown);
        if (tray != null) {
            coloured.addAll(tray.chips());
        }
        Legend legend = Legend.of(coloured, asked);
        Strips strips = asked.chips() ? Strips.of(span, Bars.in(span, around, asked.filters())) : Strips.NONE;
        boolean editor = viewer.may(Right.EDIT);
        return new Frame(asked, today, span, editor, choices, legend, tray, strips, around.saved(), waysOut);
    }

    /** Which filter to drop, where dropping one is enough. */
    private List<Way> waysOut(Asked asked, Choices choices, Span span) {
        return choices.active(asked).stream()
                .filter(filter -> asked.view() != View.BOARD || filter.filter() != Filter.BOARD)
                .map(filter -> {
                    Filters fewer = asked.filters().without(filter.filter());
                    Chips more = new Chips(viewer.workspace(), fewer, asked.colour(), clock.instant(), choices);
                    return new Way(filter, asked.unscheduled() ? more.countUnscheduled() : more.count(span));
                })
                .filter(way -> way.pins() > 0)
                .toList();
    }
}
