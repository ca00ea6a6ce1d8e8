package pinplan.calendar;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import pinplan.web.Paging;

/**
 * What an address asks of the calendar, and the addresses that differ from it in one thing.
 *
 * @param oneDay whether the list is of its day only: the way to all of a day that holds more than its hours can show
 */
public record Asked(
        View view,
        LocalDate on,
        Filters filters,
        ColourBy colour,
        boolean unscheduled,
        int page,
        boolean oneDay,
        Density density) {
    /** Within what every database and every zone knows; a day outside is a slip. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2999;

    /** A day that is none is today. */
    static LocalDate day(String typed, LocalDate today) {
        try {
            LocalDate day = typed == null ? today : LocalDate.parse(typed.strip());
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? today : day;
        } catch (DateTimeException e) {
            return today;
        }
    }

    static int page(String typed) {
        return Paging.asked(typed != null && typed.matches("[0-9]{1,6}") ? Integer.valueOf(typed) : null);
    }

    public YearMonth month() {
        return YearMonth.from(on);
    }

    public String as(View other) {
        return with(other, on, false).href();
    }

    public String at(LocalDate day) {
        return new Asked(view, day, filters, colour, false, 1, oneDay, density).href();
    }

    /** Whether it shows a stretch of time, with one before and one after. */
    public boolean dated() {
        return !unscheduled && view != View.BOARD;
    }

    /** Whether its chips can take more room or less. */
    public boolean chips() {
        return view == View.MONTH || view == View.WEEK || view == View.DAY;
    }

    /** Whether pins are taken there by hand or by keys. */
    public boolean moves() {
        return chips() || view == View.BOARD && filters.number(Filter.BOARD) != null;
    }

    /** Whether moments and notes are shown. */
    boolean strips() {
        return chips() || view == View.TIMELINE;
    }

    /** The same, of one board. */
    public String on(Choice board) {
        return only(Filter.BOARD, board.id().toString());
    }

    public String anyBoard() {
        return without(Filter.BOARD);
    }

    Period period() {
        return switch (view) {
            case DAY -> Period.DAY;
            case WEEK -> Period.WEEK;
            case MONTH, BOARD -> Period.MONTH;
            case TIMELINE -> Period.QUARTER;
            case LIST -> oneDay ? Period.DAY : Period.MONTH;
        };
    }

    public String listed(LocalDate day) {
        return new Asked(View.LIST, day, filters, colour, false, 1, true, density).href();
    }

    public String day(LocalDate day) {
        return with(View.DAY, day, false).href();
    }

    /** The week of this day, with other filters. */
    String week(LocalDate day, Filters others) {
        return new Asked(View.WEEK, day, others, colour, false, 1, false, density).href();
    }

    String timeline(LocalDate day) {
        return with(View.TIMELINE, day, false).href();
    }

    public String page(int other) {
        return new Asked(view, on, filters, colour, unscheduled, other, oneDay, density).href();
    }

    String without(Filter filter) {
        return with(filters.without(filter)).href();
    }

    /** The same with this filter. */
    String only(Filter filter, String value) {
        return with(filters.with(filter, value)).href();
    }

    public String clear() {
        return with(Filters.none(filters.onlooker())).href();
    }

    public String allUnscheduled() {
        return with(View.LIST, on, true).href();
    }

    private Asked with(Filters others) {
        return new Asked(view, on, others, colour, unscheduled, 1, oneDay, density);
    }

    private Asked with(View other, LocalDate day, boolean without) {
        return new Asked(other, day, filters, colour, without, 1, false, density);
    }

    /** The same with chips of the other size, which is remembered and not a part of the address. */
    public String dense(Density other) {
        Map<String, String> parameters = parameters();
        parameters.put(Remembered.DENSITY, other.key());
        return href(parameters);
    }

    /** For any day: what of it can be kept. */
    public String kept() {
        Map<String, String> parameters = parameters();
        parameters.remove("on");
        parameters.remove("page");
        return href(parameters);
    }

    /** A list from its beginning on, with all of it chosen. */
    public String allChosen() {
        Map<String, String> parameters = parameters();
        parameters.remove("page");
        parameters.put("chosen", "all");
        return href(parameters);
    }

    public String href() {
        return href(parameters());
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("view", view.key());
        parameters.put("on", on.toString());
        parameters.putAll(filters.parameters());
        if (colour != ColourBy.CAMPAIGN) {
            parameters.put("colour", colour.key());
        }
        if (unscheduled) {
            parameters.put("unscheduled", "true");
        }
        if (oneDay) {
            parameters.put("of", "day");
        }
        if (page > 1) {
            parameters.put("page", String.valueOf(page));
        }
        return parameters;
    }

    private static String href(Map<String, String> parameters) {
        StringBuilder href = new StringBuilder("/calendar");
        parameters.forEach((name, value) -> href.append(href.length() == "/calendar".length() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return href.toString();
    }
}
