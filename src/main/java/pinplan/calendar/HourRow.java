package pinplan.calendar;

import java.time.LocalTime;
import pinplan.web.Formats;

/**
 * One hour of all the days of a grid.
 *
 * @param fold what it is folded away in; null where it stands for itself
 */
public record HourRow(int hour, boolean now, Fold fold) {
    /** 14:00 */
    public String name() {
        return Formats.clock(LocalTime.of(hour, 0));
    }

    public boolean opensFold() {
        return fold != null && fold.first() == hour;
    }
}
