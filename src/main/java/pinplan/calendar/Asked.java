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
public record Asked(View view, LocalDate on, Filters filters, boolean unscheduled, int page, boolean oneDay) {
    /** Within what every database and every zone knows; a day outside is a slip. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2999;

    Asked(View view, LocalDate on, Filters filters, boolean unscheduled, int page) {
        this(view, on, filters, unscheduled, page, false);
    }

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
        return new Asked(other, on, filters, false, 1).href();
    }

    public String at(LocalDate day) {
        return new Asked(view, day, filters, false, 1, oneDay).href();
    }

    Period period() {
        return switch (view) {
            case DAY -> Period.DAY;
            case WEEK -> Period.WEEK;
            case MONTH -> Period.MONTH;
            case LIST -> oneDay ? Period.DAY : Period.MONTH;
        };
    }

    public String listed(LocalDate day) {
        return new Asked(View.LIST, day, filters, false, 1, true).href();
    }

    public String day(LocalDate day) {
        return new Asked(View.DAY, day, filters, false, 1).href();
    }

    public String page(int other) {
        return new Asked(view, on, filters, unscheduled, other, oneDay).href();
    }

    public String without(String filter) {
        return with(filters.without(filter)).href();
    }

    public String clear() {
        return with(Filters.NONE).href();
    }

    public String campaign(long id) {
        return with(filters.withCampaign(id)).href();
    }

    public String allUnscheduled() {
        return new Asked(View.LIST, on, filters, true, 1).href();
    }

    public String scheduled() {
        return new Asked(View.LIST, on, filters, false, 1).href();
    }

    private Asked with(Filters others) {
        return new Asked(view, on, others, unscheduled, 1, oneDay);
    }

    public String href() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("view", view.key());
        parameters.put("on", on.toString());
        parameters.putAll(filters.parameters());
        if (unscheduled) {
            parameters.put("unscheduled", "true");
        }
        if (oneDay) {
            parameters.put("of", "day");
        }
        if (page > 1) {
            parameters.put("page", String.valueOf(page));
        }
        StringBuilder href = new StringBuilder("/calendar");
        parameters.forEach((name, value) -> href.append(href.length() == "/calendar".length() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return href.toString();
    }
}
