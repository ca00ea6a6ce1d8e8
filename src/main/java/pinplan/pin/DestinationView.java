package pinplan.pin;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.link.Destination;
import pinplan.link.PageCheck;
import pinplan.team.Workspace;
import pinplan.web.Formats;

/**
 * One page that pins lead to: which of them, on which boards, in which weeks, and when the next may be.
 *
 * @param weeks the first day of each, by the workspace's clock
 * @param waiting those that have no time yet
 * @param all how many there are, more than are shown perhaps
 */
public record DestinationView(
        Destination page,
        Workspace workspace,
        List<Week> weeks,
        List<Row> rows,
        List<Pin> waiting,
        long all,
        Spacing spacing,
        List<PageCheck> checks,
        Instant now) {
    private static final int MOST = 500;
    /** A quarter of a year back, and one ahead: more is no overview. */
    private static final int WEEKS = 13;

    public record Week(LocalDate from, boolean now) {
        public String words() {
            return Formats.day(from).replaceFirst("^[^ ]+ ", "");
        }
    }

    /** The pins of one board, week by week. */
    public record Row(String board, List<List<Pin>> cells) {}

    static DestinationView of(Destination page, Workspace workspace, Instant now) {
        List<Pin> pins = Pin.<Pin>find(
                        "from Pin p left join fetch p.board where p.link.destination = ?1 and p.deletedAt is null"
                                + " order by p.timing.publishAt desc nulls first, p.id",
                        page)
                .page(0, MOST)
                .list();
        LocalDate today = LocalDate.ofInstant(now, workspace.zone);
        List<Pin> timed = pins.stream().filter(pin -> pin.planned() != null).toList();
        List<LocalDate> weeks = weeks(timed, today);
        return new DestinationView(
                page,
                workspace,
                weeks.stream()
                        .map(week -> new Week(week, week.equals(monday(today))))
                        .toList(),
                rows(timed, weeks),
                pins.stream().filter(pin -> pin.planned() == null).toList(),
                Pin.count("link.destination = ?1 and deletedAt is null", page),
                Spacing.of(
                        workspace,
                        page,
                        LocalDateTime.ofInstant(now, workspace.zone).truncatedTo(ChronoUnit.MINUTES),
                        null),
                PageCheck.of(page),
                now);
    }

    /** From the first to the last that has a pin, this one among them. */
    private static List<LocalDate> weeks(List<Pin> pins, LocalDate today) {
        LocalDate now = monday(today);
        LocalDate first = now;
        LocalDate last = now;
        for (Pin pin : pins) {
            LocalDate week = monday(on(pin));
            first = week.isBefore(first) && !week.isBefore(now.minusWeeks(WEEKS)) ? week : first;
            last = week.isAfter(last) && !week.isAfter(now.plusWeeks(WEEKS)) ? week : last;
        }
        return first.datesUntil(last.plusDays(1), Period.ofWeeks(1)).toList();
    }

    private static List<Row> rows(List<Pin> pins, List<LocalDate> weeks) {
        Map<String, List<Pin>> boards = pins.stream()
                .sorted(Comparator.comparing(DestinationView::board))
                .collect(Collectors.groupingBy(DestinationView::board, LinkedHashMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        boards.forEach((board, its) -> rows.add(new Row(
                board, weeks.stream().map(week -> in(week, its).toList()).toList())));
        return rows;
    }

    private static Stream<Pin> in(LocalDate week, List<Pin> pins) {
        return pins.stream().filter(pin -> monday(on(pin)).equals(week)).sorted(Comparator.comparing(Pin::publishAt));
    }

    private static String board(Pin pin) {
        return pin.board() == null ? "No board yet" : pin.board().name;
    }

    private static LocalDate on(Pin pin) {
        return pin.planned().local().toLocalDate();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public String when(Pin pin) {
        return Formats.day(on(pin)) + ", " + Formats.clock(pin.planned().local().toLocalTime());
    }

    public String rule() {
        return page.spacingDays() == 0
                ? "Pins may lead here as close to each other as one likes."
                : "Pins that lead here are %s apart."
                        .formatted(page.spacingDays() == 1 ? "1 day" : page.spacingDays() + " days");
    }

    /** Null where any time will do. */
    public String next() {
        return spacing.near().isEmpty() ? null : spacing.nextWords();
    }
}
