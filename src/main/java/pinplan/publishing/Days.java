package pinplan.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days of UTC, both included. Publer is asked for a day more on either side, since whose midnight counts there is not known. */
record Days(LocalDate first, LocalDate last) {
    static Days of(Instant moment) {
        LocalDate day = day(moment);
        return new Days(day, day);
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }

    LocalDate askedFrom() {
        return first.minusDays(1);
    }

    LocalDate askedTo() {
        return last.plusDays(1);
    }

    Instant begin() {
        return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant end() {
        return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
