package pinplan.pin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import pinplan.board.Account;
import pinplan.team.Workspace;

/**
 * Where in the calendar a new pin begins, as an address names it. What it can't mean is left out, and so is a time that is
 * over: nobody is to save it unseen.
 *
 * @param at null for a day alone, and for what is left out
 * @param alone whether only a day is named, so that a time is still to be found
 */
record CellTime(LocalDate on, LocalTime at, boolean alone) {
    static CellTime of(String on, String at, ZoneId zone, Instant now) {
        LocalDate day = day(on);
        LocalTime time = day == null ? null : time(at);
        boolean over = time != null
                && new PlannedTime(day.atTime(time), zone).instant().isBefore(now);
        boolean past = day == null || day.isBefore(LocalDate.ofInstant(now, zone));
        return new CellTime(day, over ? null : time, at == null && !past);
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

    /** @param account null while it has none */
    String time(Workspace workspace, Account account, Instant now) {
        try {
            LocalTime begins =
                    alone ? Minutes.suggested(workspace, account, on, now).toLocalTime() : at;
            return begins == null ? "" : begins.toString();
        } catch (Refused full) {
            return "";
        }
    }
}
