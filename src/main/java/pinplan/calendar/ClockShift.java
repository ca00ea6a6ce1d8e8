package pinplan.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import pinplan.web.Formats;

/**
 * Wall-clock times that a change of the clocks skips, or lets happen twice.
 *
 * @param until the first time after
 */
record ClockShift(LocalDateTime from, LocalDateTime until, boolean skipped) {
    static List<ClockShift> in(Span span) {
        List<ClockShift> shifts = new ArrayList<>();
        // One that skips the span's first hours, or all of it, lies at its very beginning.
        ZoneOffsetTransition next = change(span.zone(), span.begin().minusNanos(1));
        while (next != null && !next.getInstant().isAfter(span.end())) {
            shifts.add(of(next));
            next = change(span.zone(), next.getInstant());
        }
        return shifts;
    }

    private static ZoneOffsetTransition change(ZoneId zone, java.time.Instant after) {
        return zone.getRules().nextTransition(after);
    }

    private static ClockShift of(ZoneOffsetTransition change) {
        return change.isGap()
                ? new ClockShift(change.getDateTimeBefore(), change.getDateTimeAfter(), true)
                : new ClockShift(change.getDateTimeAfter(), change.getDateTimeBefore(), false);
    }

    /** Whether nothing is left of this hour. */
    boolean takes(LocalDate on, int hour) {
        LocalDateTime begin = on.atTime(hour, 0);
        return skipped && !from.isAfter(begin) && !until.isBefore(begin.plusHours(1));
    }

    /** Whether nothing is left of this day. */
    boolean takes(LocalDate on) {
        return skipped
                && !from.isAfter(on.atStartOfDay())
                && !until.isBefore(on.plusDays(1).atStartOfDay());
    }

    /** What it does to this hour; null when nothing. */
    String words(LocalDate on, int hour) {
        LocalDateTime begin = on.atTime(hour, 0);
        LocalDateTime end = begin.plusHours(1);
        LocalDateTime first = from.isAfter(begin) ? from : begin;
        LocalDateTime last = until.isBefore(end) ? until : end;
        if (!first.isBefore(last)) {
            return null;
        }
        boolean whole = first.equals(begin) && last.equals(end);
        String minutes = Formats.clock(first.toLocalTime()) + "–" + Formats.clock(last.toLocalTime());
        return skipped
                ? "clocks skip " + (whole ? "this hour" : minutes)
                : (whole ? "this hour" : minutes) + " happens twice";
    }
}
