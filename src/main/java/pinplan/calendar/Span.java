package pinplan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * Days in a row, in the workspace's zone: a day begins where that zone says so, also in nights in which clocks change.
 *
 * @param until the first day after
 */
record Span(LocalDate from, LocalDate until, ZoneId zone) {
    /** No later than any database keeps. */
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

    /** The whole weeks, as the viewer counts them, that a month is shown in. */
    static Span month(YearMonth month, ZoneId zone) {
        return new Span(
                Period.firstOfWeek(month.atDay(1)),
                Period.firstOfWeek(month.atEndOfMonth()).plusWeeks(1),
                zone);
    }

    static Span week(LocalDate on, ZoneId zone) {
        LocalDate first = Period.firstOfWeek(on);
        return new Span(first, first.plusWeeks(1), zone);
    }

    /** So many, from the one that this day is in. */
    static Span weeks(LocalDate on, int weeks, ZoneId zone) {
        LocalDate first = week(on, zone).from();
        return new Span(first, first.plusWeeks(weeks), zone);
    }

    static Span day(LocalDate on, ZoneId zone) {
        return new Span(on, on.plusDays(1), zone);
    }

    static Span onwards(LocalDate from, ZoneId zone) {
        return new Span(from, NEVER, zone);
    }

    static Span ever(ZoneId zone) {
        return new Span(LocalDate.EPOCH, NEVER, zone);
    }

    Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return until.atStartOfDay(zone).toInstant();
    }

    List<LocalDate> days() {
        return from.datesUntil(until).toList();
    }

    /** The days on which the clocks are changed: at midnight that is the day which gets longer or shorter by it. */
    List<LocalDate> clockChanges() {
        return ClockShift.in(this).stream()
                .map(shift -> shift.from().toLocalDate())
                .filter(day -> !day.isBefore(from) && day.isBefore(until))
                .toList();
    }
}
