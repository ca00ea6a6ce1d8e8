package pinplan.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A column of the timeline. */
public record TimelineWeek(LocalDate first, boolean current, String href) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    LocalDate last() {
        return first.plusDays(6);
    }

    public int number() {
        return first.getDayOfMonth();
    }

    /** Mar */
    public String month() {
        return MONTH.format(first);
    }

    /** week of 8 March */
    public String words() {
        return "week of " + DAY.format(first);
    }
}
