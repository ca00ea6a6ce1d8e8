package pinplan.pin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Where in the calendar a new pin begins, as an address names it: a day alone in its morning. What it can't mean is left
 * out, and so is a time that is over: nobody is to save it unseen.
 */
record CellTime(LocalDate on, LocalTime at) {
    static CellTime of(String on, String at, ZoneId zone, Instant now) {
        LocalDate day = day(on);
        LocalTime time = day == null ? null : at == null ? Minutes.MORNING : time(at);
        boolean over = time != null
                && new PlannedTime(day.atTime(time), zone).instant().isBefore(now);
        return new CellTime(day, over ? null : time);
    }

    private static LocalDate day(String on) {
        try {
            return on == null || on.isBlank() ? null : LocalDate.parse(on);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(String at) {
        try {
            return at == null || at.isBlank() ? null : LocalTime.parse(at).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            return null;
        }
    }

    String date() {
        return on == null ? "" : on.toString();
    }

    String time() {
        return at == null ? "" : at.toString();
    }
}
