package pinplan.calendar;

import java.time.LocalDate;
import java.util.List;

/** A row of the month. */
public record Week(List<Day> days) {
    static final int DAYS = 7;

    public LocalDate first() {
        return days.get(0).on();
    }

    /** Whether a day of it shows as much as a day may: so its height is known before it is drawn. */
    public boolean full() {
        return days.stream().anyMatch(day -> day.chips().size() == Day.SHOWN);
    }
}
