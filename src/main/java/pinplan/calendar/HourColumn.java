package pinplan.calendar;

import java.util.List;

/**
 * One day of the hour grid.
 *
 * @param day what its head says; its chips are in the cells
 * @param skipped whether the clocks skip the whole day
 */
public record HourColumn(Day day, List<HourCell> cells, boolean skipped) {
    public HourCell at(HourRow row) {
        return cells.get(row.hour());
    }

    public boolean empty() {
        return cells.stream().allMatch(HourCell::empty);
    }
}
