package pinplan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a span is cut into, in the order of time: its days, or its hours. An hour that happens twice begins twice, one that
 * the clocks skip never does. They are reckoned here and not in the database, whose time-zone data may be another's.
 *
 * @param cells for each beginning, the cell that it is shown in
 */
record Cells(List<Instant> begins, List<Integer> cells) {
    private static final int HOURS = 24;

    /** The parameters bounds and places in a query, each read once: a plain cast of a text would be done anew for every row. */
    static final String BOUNDS = "(select cast(:bounds as timestamptz[]))";

    static final String PLACES = "(select cast(:places as int[]))";

    /** Numbered from 0. */
    static Cells ofDays(Span span) {
        List<LocalDate> days = span.days();
        return new Cells(
                days.stream()
                        .map(day -> day.atStartOfDay(span.zone()).toInstant())
                        .toList(),
                IntStream.range(0, days.size()).boxed().toList());
    }

    static Cells ofHours(Span span) {
        List<Instant> begins = new ArrayList<>();
        List<Integer> cells = new ArrayList<>();
        for (LocalDate on : span.days()) {
            Instant at = on.atStartOfDay(span.zone()).toInstant();
            Instant end = on.plusDays(1).atStartOfDay(span.zone()).toInstant();
            while (at.isBefore(end)) {
                ZonedDateTime here = at.atZone(span.zone());
                begins.add(at);
                cells.add(cell(span, on, hour(on, here)));
                at = next(here);
            }
        }
        return new Cells(begins, cells);
    }

    /** Clocks that go back over midnight show the evening before once more: that is the first hour of the day it is in. */
    private static int hour(LocalDate on, ZonedDateTime here) {
        return here.toLocalDate().isBefore(on) ? 0 : here.getHour();
    }

    /** The next whole hour, or the change of the clocks before it. */
    private static Instant next(ZonedDateTime here) {
        LocalDateTime local = here.toLocalDateTime();
        Duration left =
                Duration.between(local, local.truncatedTo(ChronoUnit.HOURS).plusHours(1));
        Instant hour = here.toInstant().plus(left);
        ZoneOffsetTransition change = here.getZone().getRules().nextTransition(here.toInstant());
        return change != null && change.getInstant().isBefore(hour) ? change.getInstant() : hour;
    }

    static int cell(Span span, LocalDate on, int hour) {
        return (int) ChronoUnit.DAYS.between(span.from(), on) * HOURS + hour;
    }

    /** As PostgreSQL reads an array: the number of a moment's beginning among them is its place in the cells. */
    String bounds() {
        return bounds(begins);
    }

    static String bounds(List<Instant> begins) {
        return array(begins);
    }

    String places() {
        return array(cells);
    }

    private static String array(List<?> of) {
        return of.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
