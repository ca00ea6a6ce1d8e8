package pinplan.calendar;

import java.util.List;

/** Pins without a time, beside the calendar: the latest, and how many there are. */
public record Tray(List<Chip> chips, long total) {
    private static final int SHOWN = 6;

    static Tray of(Chips chips) {
        List<ChipRow> rows = chips.unscheduled(0, SHOWN);
        return new Tray(
                rows.stream().map(chips::chip).toList(),
                rows.isEmpty() ? 0 : rows.get(0).total());
    }

    public long more() {
        return total - chips.size();
    }
}
