package pinplan.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pinplan.team.Workspace;

/** The weeks of a month, Monday first, with the days of its neighbours that complete them. */
public record Month(YearMonth month, List<List<Day>> weeks) {
    private static final int WEEK = 7;

    static Month of(YearMonth month, LocalDate today, Workspace workspace, Chips chips) {
        Span span = Span.month(month, workspace.zone);
        Map<Integer, List<ChipRow>> rows = new HashMap<>();
        chips.firstOfEachDay(span, Day.SHOWN)
                .forEach(row -> rows.computeIfAbsent(row.day(), day -> new ArrayList<>())
                        .add(row));
        Map<Integer, List<Long>> loads = new HashMap<>();
        Chips.loads(workspace, span)
                .forEach(row -> loads.computeIfAbsent((Integer) row[0], day -> new ArrayList<>())
                        .add((Long) row[2]));
        List<Day> days = new ArrayList<>();
        for (LocalDate on : span.days()) {
            int number = days.size() + 1;
            List<ChipRow> ofDay = rows.getOrDefault(number, List.of());
            days.add(new Day(
                    on,
                    !YearMonth.from(on).equals(month),
                    today,
                    ofDay.stream().map(chips::chip).toList(),
                    ofDay.isEmpty() ? 0 : ofDay.get(0).total(),
                    new Load(loads.getOrDefault(number, List.of()), workspace.dailyCap)));
        }
        List<List<Day>> weeks = new ArrayList<>();
        for (int first = 0; first < days.size(); first += WEEK) {
            weeks.add(days.subList(first, first + WEEK));
        }
        return new Month(month, weeks);
    }

    public boolean empty() {
        return chips().isEmpty();
    }

    List<Chip> chips() {
        return weeks.stream()
                .flatMap(List::stream)
                .flatMap(day -> day.chips().stream())
                .toList();
    }
}
