package pinplan.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pinplan.team.Workspace;
import pinplan.web.Formats;

/** The weeks of a month with the days of its neighbours that complete them. */
public record Month(YearMonth month, List<Week> weeks, Tray tray) {
    static Month of(Asked asked, Span span, LocalDate today, boolean editor, Workspace workspace, Chips chips) {
        YearMonth month = asked.month();
        List<LocalDate> dates = span.days();
        Cells cells = Cells.ofDays(span);
        Map<Integer, List<ChipRow>> rows = chips.firstOfEach(cells, Day.SHOWN, Day.SHOWN * dates.size());
        Counts counts = Counts.in(cells, chips);
        List<Day> days = new ArrayList<>();
        for (int cell = 0; cell < dates.size(); cell++) {
            LocalDate on = dates.get(cell);
            List<ChipRow> found = rows.getOrDefault(cell, List.of());
            days.add(new Day(
                    on,
                    !YearMonth.from(on).equals(month),
                    today,
                    editor,
                    asked.day(on),
                    found.stream().map(chips::chip).toList(),
                    counts.shown(cell, found.size()),
                    Load.of(counts, cell, cell + 1, workspace)));
        }
        List<Week> weeks = new ArrayList<>();
        for (int first = 0; first < days.size(); first += Week.DAYS) {
            weeks.add(new Week(days.subList(first, first + Week.DAYS)));
        }
        return new Month(month, weeks, Tray.of(rows.getOrDefault(Tray.CELL, List.of()), chips));
    }

    /** Mon, as the weeks begin. */
    public List<String> weekdays() {
        return weeks.get(0).days().stream()
                .map(day -> Formats.brief(day.on().getDayOfWeek()))
                .toList();
    }

    public boolean empty() {
        return chips().isEmpty();
    }

    List<Chip> chips() {
        return weeks.stream()
                .flatMap(week -> week.days().stream())
                .flatMap(day -> day.chips().stream())
                .toList();
    }
}
