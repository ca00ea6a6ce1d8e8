package pinplan.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import pinplan.web.Formats;

/**
 * One cell of the month: its first chips, and how many there are in all.
 *
 * @param editor whether who looks may plan
 * @param href where all of it is
 */
public record Day(
        LocalDate on,
        boolean out,
        LocalDate today,
        boolean editor,
        String href,
        List<Chip> chips,
        long total,
        Load load) {
    static final int SHOWN = 4;

    public boolean isToday() {
        return on.equals(today);
    }

    public boolean past() {
        return on.isBefore(today);
    }

    /** Whether who looks could plan something on it. */
    public boolean open() {
        return editor && !past();
    }

    /** Nobody planned anything on it, whatever is filtered, and one still could. */
    public boolean free() {
        return !out && !past() && !load.any();
    }

    public long more() {
        return total - chips.size();
    }

    public String weekday() {
        return on.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    public int number() {
        return on.getDayOfMonth();
    }

    public String month() {
        return on.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** 11 March */
    public String name() {
        return number() + " " + month();
    }

    public String words() {
        return Formats.date(on);
    }
}
