package pinplan.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pinplan.web.Paging;

/** What stands around every view: its name, the ways to the neighbours, the filters, the tray. */
public record Frame(
        Asked asked,
        LocalDate today,
        Span span,
        boolean editor,
        Choices choices,
        Legend legend,
        Tray tray,
        Strips strips,
        List<KeptView> saved,
        List<Way> waysOut) {
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    public String title() {
        if (asked.unscheduled()) {
            return "Unscheduled";
        }
        if (asked.view() == View.BOARD) {
            Choice board = choices.board(asked.filters());
            return board == null ? "Boards as they will look" : board.name();
        }
        return asked.period().title(asked.on());
    }

    public ZoneId zone() {
        return span.zone();
    }

    public View[] views() {
        return View.values();
    }

    public List<ActiveFilter> active() {
        return choices.active(asked);
    }

    /** Whether filters may be why nothing is shown; the board that one looks at is none. */
    public boolean narrowed() {
        return active().stream().anyMatch(filter -> asked.view() != View.BOARD || filter.filter() != Filter.BOARD);
    }

    public LocalDate previous() {
        return asked.period().previous(asked.on());
    }

    public LocalDate next() {
        return asked.period().next(asked.on());
    }

    public String name(LocalDate neighbour) {
        return asked.period().title(neighbour);
    }

    /** Null when the clocks are left alone. */
    public String clockChange() {
        if (asked.view() == View.LIST || asked.view() == View.TIMELINE || !asked.dated()) {
            return null;
        }
        List<LocalDate> days = span.clockChanges();
        return days.isEmpty()
                ? null
                : "clocks change on " + days.stream().map(DAY_AND_MONTH::format).collect(Collectors.joining(" and "));
    }

    /** The day is said once already where only one is shown. */
    public String when(Chip chip) {
        return asked.period() == Period.DAY
                ? chip.time()
                : chip.moment(today.atStartOfDay(zone()).toInstant());
    }

    public String earlier(Paging<Chip> pins) {
        return pins.previous() == null ? null : asked.page(pins.previous());
    }

    public String later(Paging<Chip> pins) {
        return pins.next() == null ? null : asked.page(pins.next());
    }

    /** What shows all that a strip has no room for. */
    public String beyond(Strip strip) {
        return asked.view() == View.MONTH ? asked.week(strip.first(), asked.filters()) : asked.timeline(strip.first());
    }

    public String byMonth() {
        return asked.as(View.MONTH);
    }

    /** Where a new note or moment begins: today, if that is looked at. */
    public String newMoment() {
        boolean now = asked.period() == Period.MONTH
                ? YearMonth.from(today).equals(asked.month())
                : !today.isBefore(span.from()) && today.isBefore(span.until());
        return "/moments/new?on=" + (now ? today : asked.on());
    }

    /** Where a new pin begins: on the day that is looked at, unless that is over. */
    public String newPin() {
        if (asked.view() == View.BOARD && asked.filters().number(Filter.BOARD) != null) {
            return "/pins/new?board=" + asked.filters().number(Filter.BOARD);
        }
        return asked.period() == Period.DAY && !asked.on().isBefore(today) ? "/pins/new?on=" + asked.on() : "/pins/new";
    }
}
