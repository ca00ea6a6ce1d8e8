package pinplan.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The strips of a page, one above each row of days. */
public record Strips(List<Strip> rows) {
    static final Strips NONE = new Strips(List.of());

    private static final int WEEK = 7;
    /** Above the weeks of a month; the fourth and what comes after is shown by the week. */
    private static final int IN_MONTH = 3;
    /** Of one week or day alone; what comes after is shown by the timeline. */
    private static final int ALONE = 8;

    static Strips of(Span span, List<Bar> bars) {
        List<LocalDate> days = span.days();
        Set<Bar> said = new HashSet<>();
        List<Strip> rows = new ArrayList<>();
        for (int first = 0; first < days.size(); first += WEEK) {
            List<LocalDate> row = days.subList(first, Math.min(first + WEEK, days.size()));
            rows.add(Strip.of(row, bars, days.size() > WEEK ? IN_MONTH : ALONE, said));
        }
        return new Strips(rows);
    }

    /** The strip above the row of days that begins with this one. */
    public Strip above(LocalDate first) {
        return rows.stream()
                .filter(strip -> strip.first().equals(first))
                .findFirst()
                .orElse(new Strip(first, first, List.of(), 0));
    }
}
