package pinplan.calendar;

import java.util.List;

/** Pins without a time, beside the calendar: the latest, and how many there are. */
public record Tray(List<Chip> chips, long total) {
    static final int SHOWN = 6;

    /** What has no day or hour is found in this one. */
    static final int CELL = -1;

    static Tray of(Chips chips) {
        return of(chips.unscheduled(0, SHOWN), chips);
    }

    static Tray of(List<ChipRow> rows, Chips chips) {
        return new Tray(
                rows.stream().map(chips::chip).toList(),
                rows.isEmpty() ? 0 : rows.get(0).total());
    }

    public long more() {
        return total - chips.size();
    }
}
