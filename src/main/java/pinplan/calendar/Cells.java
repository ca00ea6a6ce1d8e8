package pinplan.calendar;

import jakarta.persistence.Query;
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
import java.util.stream.Stream;

/**
 * What a span is cut into, in the order of time: its days, or its hours. An hour that happens twice begins twice, one that
 * the clocks skip never does. They are reckoned here and not in the database, whose time-zone data may be another's.
 *
 * @param cells for each beginning, the cell that it is shown in
 * @param end of the last
 */
record Cells(List<Instant> begins, List<Integer> cells, Instant end) {
    private static final int HOURS = 24;

    /** The parameter bounds in a query, read once: a plain cast of a text would be done anew for every row. */
    static final String BOUNDS = "(select cast(:bounds as timestamptz[]))";

    /** In a query, each cell that there is with its beginning and its end. */
    static final String EACH = "unnest(cast(:froms as timestamptz[]), cast(:untils as timestamptz[]),"
            + " cast(:places as int[])) as cells (begins, ends, cell)";

    /** Numbered from 0. */
    static Cells ofDays(Span span) {
        List<LocalDate> days = span.days();
        return new Cells(
                days.stream()
                        .map(day -> day.atStartOfDay(span.zone()).toInstant())
                        .toList(),
                IntStream.range(0, days.size()).boxed().toList(),
                span.end());
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
        return new Cells(begins, cells, span.end());
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

    /** Of the first; the end where the clocks skip all of it. */
    Instant begin() {
        return begins.isEmpty() ? end : begins.get(0);
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

    /** Gives the query what {@link #EACH} asks for. */
    <Q extends Query> Q bind(Q query) {
        List<Integer> firsts = IntStream.range(0, begins.size())
                .filter(i -> i == 0 || !cells.get(i).equals(cells.get(i - 1)))
                .boxed()
                .toList();
        List<Instant> froms = firsts.stream().map(begins::get).toList();
        List<Instant> untils =
                Stream.concat(froms.stream().skip(1), Stream.of(end)).toList();
        query.setParameter("froms", array(froms))
                .setParameter("untils", array(untils))
                .setParameter("places", array(firsts.stream().map(cells::get).toList()));
        return query;
    }

    private static String array(List<?> of) {
        return of.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
