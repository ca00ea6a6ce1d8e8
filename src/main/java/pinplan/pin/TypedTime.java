package pinplan.pin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import pinplan.web.Errors;

/** A date and a time of day as a form sends them. */
public final class TypedTime {
    /** Further ahead nobody plans; a slip of the finger does. */
    private static final int LAST_YEAR = 2199;

    private TypedTime() {}

    /** Null when there is none, or none that can be understood: then the errors say so. */
    public static LocalDateTime read(String date, String time, Errors errors) {
        LocalDate day = date(date, errors);
        LocalTime hour = time(time, errors);
        if (day != null && time.isBlank()) {
            errors.add("publishTime", "Choose a time too, or take the date away.");
        } else if (hour != null && date.isBlank()) {
            errors.add("publishDate", "Choose a date too, or take the time away.");
        }
        return day == null || hour == null ? null : day.atTime(hour);
    }

    private static LocalDate date(String typed, Errors errors) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() > LAST_YEAR || day.getYear() < 1900) {
                errors.add(
                        "publishDate", "The year %d is out of reach. Choose a nearer date.".formatted(day.getYear()));
                return null;
            }
            return day;
        } catch (DateTimeException e) {
            errors.add("publishDate", "“%s” is no date. Write it like 2027-03-28.".formatted(typed));
            return null;
        }
    }

    private static LocalTime time(String typed, Errors errors) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalTime.parse(typed.strip()).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            errors.add("publishTime", "“%s” is no time of day. Write it like 09:30.".formatted(typed));
            return null;
        }
    }
}
