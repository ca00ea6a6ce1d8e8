package pinplan.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import pinplan.web.Formats;
import pinplan.web.Habits;

/** What a page of the calendar is named after, and how far its arrows go. */
enum Period {
    MONTH {
        @Override
        LocalDate next(LocalDate on) {
            return on.withDayOfMonth(1).plusMonths(1);
        }

        @Override
        LocalDate previous(LocalDate on) {
            return on.withDayOfMonth(1).minusMonths(1);
        }

        @Override
        String title(LocalDate on) {
            return Formats.words(YearMonth.from(on));
        }
    },
    WEEK {
        @Override
        LocalDate next(LocalDate on) {
            return on.plusWeeks(1);
        }

        @Override
        LocalDate previous(LocalDate on) {
            return on.minusWeeks(1);
        }

        /** 23–29 November 2026; 30 November – 6 December 2026; 28 December 2026 – 3 January 2027 */
        @Override
        String title(LocalDate on) {
            LocalDate first = firstOfWeek(on);
            LocalDate last = first.plusDays(6);
            if (first.getMonth() == last.getMonth()) {
                return first.getDayOfMonth() + "–" + FULL.format(last);
            }
            return (first.getYear() == last.getYear() ? DAY_AND_MONTH : FULL).format(first) + " – " + FULL.format(last);
        }
    },
    DAY {
        @Override
        LocalDate next(LocalDate on) {
            return on.plusDays(1);
        }

        @Override
        LocalDate previous(LocalDate on) {
            return on.minusDays(1);
        }

        @Override
        String title(LocalDate on) {
            return Formats.date(on);
        }
    },
    QUARTER {
        @Override
        LocalDate next(LocalDate on) {
            return on.plusWeeks(Timeline.WEEKS);
        }

        @Override
        LocalDate previous(LocalDate on) {
            return on.minusWeeks(Timeline.WEEKS);
        }

        /** 28 Dec 2026 – 21 Mar 2027 */
        @Override
        String title(LocalDate on) {
            LocalDate first = firstOfWeek(on);
            LocalDate last = first.plusWeeks(Timeline.WEEKS).minusDays(1);
            return (first.getYear() == last.getYear() ? SHORT_DAY_AND_MONTH : SHORT).format(first) + " – "
                    + SHORT.format(last);
        }
    };

    private static final DateTimeFormatter SHORT_DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    abstract LocalDate next(LocalDate on);

    abstract LocalDate previous(LocalDate on);

    abstract String title(LocalDate on);

    /** Of the week as the viewer counts it. */
    static LocalDate firstOfWeek(LocalDate on) {
        return on.with(TemporalAdjusters.previousOrSame(Habits.inForce().weekBegins()));
    }
}
