package pinplan.pin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import pinplan.web.Formats;

/**
 * A wall-clock time in a zone, and the instant that follows from it: a time that a clock change skips moves forward by
 * the length of the gap, a doubled one is the first of the two.
 */
public record PlannedTime(LocalDateTime local, ZoneId zone) {
    public PlannedTime {
        local = local.truncatedTo(ChronoUnit.MINUTES);
    }

    public static PlannedTime at(Instant instant, ZoneId zone) {
        return new PlannedTime(LocalDateTime.ofInstant(instant, zone), zone);
    }

    public ZonedDateTime zoned() {
        return ZonedDateTime.ofLocal(local, zone, null);
    }

    public Instant instant() {
        return zoned().toInstant();
    }

    /** Whether it may be this instant; a doubled one may be either of the two. */
    public boolean means(Instant at) {
        return at.equals(instant()) || LocalDateTime.ofInstant(at, zone).equals(local);
    }

    /** Whether people are told something about the clocks, of the pin that has this time and goes out then. */
    boolean warns(Instant at) {
        return !means(at) || clockChange(at) != null;
    }

    /** What a clock change does to this time, for the person who chose it; null when nothing. */
    public String clockChange() {
        return clockChange(instant());
    }

    /** @param at which of two it is */
    public String clockChange(Instant at) {
        var offsets = zone.getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            case 0 -> "The clocks skip this time that night: goes out at " + Formats.clock(zoned().toLocalTime()) + ".";
            case 1 -> null;
            default ->
                "The clocks go back and this time happens twice that night: goes out the %s time."
                        .formatted(at.isAfter(instant()) ? "second" : "first");
        };
    }
}
