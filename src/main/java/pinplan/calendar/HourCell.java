package pinplan.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import pinplan.web.Formats;

/**
 * One hour of one day: its first chips, and how many there are in all.
 *
 * @param clockChange what a clock change does to it; null when nothing
 * @param skipped whether the clocks skip all of it
 * @param now the zone's wall clock
 */
public record HourCell(
        LocalDate on, int hour, List<Chip> chips, long total, String clockChange, boolean skipped, LocalDateTime now) {
    private static final int QUARTER = 15;

    static HourCell of(
            LocalDate on, int hour, List<Chip> chips, long total, List<ClockShift> shifts, LocalDateTime now) {
        String clockChange = shifts.stream()
                .map(shift -> shift.words(on, hour))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        boolean skipped = shifts.stream().anyMatch(shift -> shift.takes(on, hour));
        return new HourCell(on, hour, chips, total, clockChange, skipped, now);
    }

    /** 14:00 */
    public String name() {
        return Formats.hour(hour);
    }

    public long more() {
        return total - chips.size();
    }

    public boolean empty() {
        return total == 0;
    }

    /** Whether there is anything in it that must not be folded away. */
    boolean says() {
        return !empty() || isNow() || clockChange != null;
    }

    public boolean isNow() {
        return begin().equals(now.truncatedTo(ChronoUnit.HOURS));
    }

    public boolean past() {
        return begin().isBefore(now) && !isNow();
    }

    /** How far the running hour is, to the quarter below. */
    public int quarter() {
        return now.getMinute() / QUARTER * QUARTER;
    }

    /** Where a new pin would begin: at the hour, or at the next quarter of the running one; null when there is none left. */
    public LocalTime at() {
        LocalDateTime at = isNow() ? begin().plusMinutes(quarter() + QUARTER) : begin();
        boolean left = at.getHour() == hour;
        return skipped || past() || !left ? null : at.toLocalTime();
    }

    private LocalDateTime begin() {
        return on.atTime(hour, 0);
    }
}
