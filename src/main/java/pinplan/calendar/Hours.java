package pinplan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pinplan.team.Workspace;

/** The grid of the hours of some days, in the workspace's zone: a week, or one day alone. */
public record Hours(List<HourColumn> columns, List<HourRow> rows, Tray tray) {
    private static final int HOURS = 24;
    /** Of each hour where seven days share the width. */
    private static final int SHOWN = 3;
    /** On a page: more than a week can show, and as much as anybody reads of a day. */
    private static final int MOST = 504;

    private static final int MOST_OF_A_DAY = 300;

    static Hours of(Asked asked, Span span, Instant now, boolean editor, Workspace workspace, Chips chips) {
        List<LocalDate> days = span.days();
        boolean alone = days.size() == 1;
        Cells cells = Cells.ofHours(span);
        Map<Integer, List<ChipRow>> rows =
                chips.firstOfEach(cells, alone ? MOST_OF_A_DAY : SHOWN, alone ? MOST_OF_A_DAY : MOST);
        Counts counts = Counts.in(cells, chips);
        List<ClockShift> shifts = ClockShift.in(span);
        LocalDateTime clock = LocalDateTime.ofInstant(now, span.zone());
        List<HourColumn> columns = new ArrayList<>();
        for (LocalDate on : days) {
            int first = Cells.cell(span, on, 0);
            List<HourCell> hours = IntStream.range(0, HOURS)
                    .mapToObj(hour -> {
                        List<ChipRow> found = rows.getOrDefault(first + hour, List.of());
                        return HourCell.of(
                                on,
                                hour,
                                found.stream().map(chips::chip).toList(),
                                counts.shown(first + hour, found.size()),
                                shifts,
                                clock);
                    })
                    .toList();
            Load load = Load.of(counts, first, first + HOURS, workspace);
            Day day = new Day(on, false, clock.toLocalDate(), editor, asked.day(on), List.of(), 0, load);
            columns.add(new HourColumn(day, hours, shifts.stream().anyMatch(shift -> shift.takes(on))));
        }
        return new Hours(columns, rows(columns), Tray.of(rows.getOrDefault(Tray.CELL, List.of()), chips));
    }

    private static List<HourRow> rows(List<HourColumn> columns) {
        IntPredicate now = hour -> cells(columns, hour).anyMatch(HourCell::isNow);
        IntPredicate busy = hour -> cells(columns, hour).anyMatch(HourCell::says);
        List<Fold> folds = Stream.of(Fold.early(busy), Fold.late(busy))
                .flatMap(Optional::stream)
                .toList();
        return IntStream.range(0, HOURS)
                .mapToObj(hour -> new HourRow(
                        hour,
                        now.test(hour),
                        folds.stream()
                                .filter(fold -> fold.covers(hour))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static Stream<HourCell> cells(List<HourColumn> columns, int hour) {
        return columns.stream().map(column -> column.cells().get(hour));
    }

    public boolean alone() {
        return columns.size() == 1;
    }

    public boolean empty() {
        return columns.stream().allMatch(HourColumn::empty);
    }

    List<Chip> chips() {
        return columns.stream()
                .flatMap(column -> column.cells().stream())
                .flatMap(cell -> cell.chips().stream())
                .toList();
    }
}
