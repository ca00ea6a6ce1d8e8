package pinplan.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.team.Topic;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.web.Ids;

/** What somebody looks for in the activity, as it stands in the address. What can't be read there is said beside its field. */
public class Wanted {
    /** Instead of a member's number. */
    static final String GUESTS = "guests";

    static final String PINPLAN = "pinplan";

    /** Nothing happened before, and no calendar of a database ends so soon. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2999;

    @RestQuery
    public String about;

    @RestQuery
    public String who;

    @RestQuery
    public String pin;

    @RestQuery
    public String campaign;

    @RestQuery
    public String from;

    @RestQuery
    public String until;

    @RestQuery("q")
    public String text;

    private Errors errors;

    Wanted check() {
        errors = new Errors();
        LocalDate first = day("from", from);
        LocalDate last = day("until", until);
        if (first != null && last != null && last.isBefore(first)) {
            errors.add("until", "This is before the day in “From”. Choose a later one.");
        }
        return this;
    }

    public Errors errors() {
        return errors;
    }

    Topic topic() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.name().equals(about))
                .findFirst()
                .orElse(null);
    }

    Long number(String typed) {
        return Ids.read(typed);
    }

    Long pinId() {
        return number(pin);
    }

    Long campaignId() {
        return number(campaign);
    }

    Instant begin(Workspace workspace) {
        LocalDate day = day("from", from);
        return day == null ? null : day.atStartOfDay(workspace.zone).toInstant();
    }

    Instant end(Workspace workspace) {
        LocalDate day = day("until", until);
        return day == null ? null : day.plusDays(1).atStartOfDay(workspace.zone).toInstant();
    }

    private LocalDate day(String field, String typed) {
        if (!given(typed)) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        errors.add(field, "Type a date as 2027-03-31.");
        return null;
    }

    public boolean any() {
        return !said().isEmpty();
    }

    /** What of it was said, by the names that it has in an address. */
    Map<String, String> said() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "about", about);
        put(all, "who", who);
        put(all, "pin", pin);
        put(all, "campaign", campaign);
        put(all, "from", from);
        put(all, "until", until);
        put(all, "q", text);
        return all;
    }

    /** In lower case; null: for none. No text holds a NUL, and a database takes none. */
    String sought() {
        String text = given(this.text) ? this.text.replace("\0", "").strip().toLowerCase(Locale.ROOT) : "";
        return text.isEmpty() ? null : text;
    }

    private static void put(Map<String, String> all, String name, String value) {
        if (given(value)) {
            all.put(name, value.strip());
        }
    }

    static boolean given(String typed) {
        return typed != null && !typed.isBlank();
    }
}
