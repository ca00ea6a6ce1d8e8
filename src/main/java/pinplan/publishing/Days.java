package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/** Days of UTC, both included. Publer is asked for a day more on either side, since whose midnight counts there is not known. */
record Days(LocalDate first, LocalDate last) {
    static final Duration AHEAD = Times.inForce().surveyAhead();
    /** Hardly anybody goes back to an older copy of the database. */
    static final Duration FORGOTTEN = Duration.ofDays(7);
    /** A listing has at most a thousand posts, and an account may have more than that in four weeks. */
    private static final int FORTNIGHT = 14;

    private static final int AT_ONCE = 10;

    static Days of(Instant moment) {
        LocalDate day = day(moment);
        return new Days(day, day);
    }

    /** The weeks to come, from yesterday on, as many days at once as one listing has. */
    static List<Days> ahead(Instant now) {
        return between(day(now).minusDays(1), day(now.plus(AHEAD)));
    }

    /** The weeks around this moment that come after those. */
    static List<Days> beyond(Instant now, Instant moment) {
        LocalDate next = day(now.plus(AHEAD)).plusDays(1);
        LocalDate first = day(moment).minusDays(FORTNIGHT);
        LocalDate last = day(moment).plusDays(FORTNIGHT);
        return last.isBefore(next) ? List.of() : between(first.isBefore(next) ? next : first, last);
    }

    /** The weeks to come, and the days before that a copy of the database may have forgotten. */
    static List<Days> forgotten(Instant now) {
        return forgotten(now, now);
    }

    /** @param last on that day too, if it is later */
    static List<Days> forgotten(Instant now, Instant last) {
        Instant end = now.plus(AHEAD);
        return between(day(now.minus(FORGOTTEN)), day(last.isAfter(end) ? last : end));
    }

    private static List<Days> between(LocalDate begin, LocalDate end) {
        return begin.datesUntil(end.plusDays(1), Period.ofDays(AT_ONCE))
                .map(first -> new Days(first, earlier(first.plusDays(AT_ONCE - 1), end)))
                .toList();
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
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
