package pinplan.web;

import io.quarkus.qute.TemplateExtension;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How times read. Every moment is said in a zone: the workspace's, never the server's. */
@TemplateExtension
public final class Formats {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TWELVE = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h a", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR =
            DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private Formats() {}

    /** 14:16, or 2:16 PM for whom likes that better. */
    public static String clock(Instant at, ZoneId zone) {
        return clock(at.atZone(zone).toLocalTime());
    }

    /** 14:16, or 2:16 PM */
    public static String clock(LocalTime at) {
        return (Habits.inForce().twelveHours() ? TWELVE : CLOCK).format(at);
    }

    /** 14:00, or 2 PM */
    public static String hour(int hour) {
        LocalTime at = LocalTime.of(hour, 0);
        return (Habits.inForce().twelveHours() ? HOUR : CLOCK).format(at);
    }

    /** "03:15 for you (Asia/Tokyo)", with the day where that is another; null where the viewer's clock reads the same. */
    public static String forYou(Instant at, ZoneId zone) {
        ZoneId yours = Habits.inForce().zone();
        if (yours == null) {
            return null;
        }
        LocalDateTime there = LocalDateTime.ofInstant(at, zone);
        LocalDateTime here = LocalDateTime.ofInstant(at, yours);
        if (here.equals(there)) {
            return null;
        }
        String day = here.toLocalDate().equals(there.toLocalDate()) ? "" : DAY.format(here) + ", ";
        return "%s%s for you (%s)".formatted(day, clock(here.toLocalTime()), yours);
    }

    /** Thu 11 March */
    public static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    /** Thu 11 March */
    public static String day(LocalDate on) {
        return DAY.format(on);
    }

    /** Thu 11 March 2027 */
    public static String date(Instant at, ZoneId zone) {
        return DAY_AND_YEAR.format(at.atZone(zone));
    }

    /** Thu 11 March 2027 */
    public static String date(LocalDate on) {
        return DAY_AND_YEAR.format(on);
    }

    /** 11 March 2027 */
    public static String plain(LocalDate on) {
        return PLAIN.format(on);
    }

    /** Thu 11 March, 14:16 */
    public static String moment(Instant at, ZoneId zone) {
        return day(at, zone) + ", " + clock(at, zone);
    }

    /** The same, with its year where that is not this one: Tue 11 January 2028, 14:16 */
    public static String moment(Instant at, ZoneId zone, Instant now) {
        boolean thisYear = on(at, zone).getYear() == on(now, zone).getYear();
        return (thisYear ? day(at, zone) : date(at, zone)) + ", " + clock(at, zone);
    }

    /** Thu 11 March 2027, 14:16 (Europe/Berlin): the same for everybody, for what is kept. */
    public static String kept(LocalDateTime at, ZoneId zone) {
        return "%s, %s (%s)".formatted(DAY_AND_YEAR.format(at), CLOCK.format(at), zone);
    }

    /** March 2027 */
    public static String words(YearMonth month) {
        return MONTH.format(month);
    }

    /** Thursday */
    public static String full(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** Thu */
    public static String brief(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** 2027-03-11T14:16:00+01:00, for {@code datetime} attributes. */
    public static String iso(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }

    /** "in 5 minutes", "3 hours ago", "now": the one unit that matters. Days are those of the calendar. */
    public static String relative(Instant at, Instant now, ZoneId zone) {
        Duration apart = Duration.between(now, at).abs();
        if (apart.toMinutes() < 1) {
            return "now";
        }
        String words = words(apart, Math.abs(ChronoUnit.DAYS.between(on(now, zone), on(at, zone))));
        return at.isBefore(now) ? words + " ago" : "in " + words;
    }

    private static String words(Duration apart, long days) {
        if (apart.toHours() < 1) {
            return many(apart.toMinutes(), "minute");
        }
        // A day may have 25 hours.
        return apart.toDays() < 1 || days < 1 ? many(apart.toHours(), "hour") : many(days, "day");
    }

    private static LocalDate on(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    private static String many(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
