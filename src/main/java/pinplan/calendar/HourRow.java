package pinplan.calendar;

import pinplan.web.Formats;

/**
 * One hour of all the days of a grid.
 *
 * @param fold what it is folded away in; null where it stands for itself
 */
public record HourRow(int hour, boolean now, Fold fold) {
    /** 14:00 */
    public String name() {
        return Formats.hour(hour);
    }

    public boolean opensFold() {
        return fold != null && fold.first() == hour;
    }
}
