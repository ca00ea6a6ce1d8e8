package pinplan.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.web.Errors;
import pinplan.web.Referer;
import pinplan.web.Typed;

/** What was typed about a moment or a note, and what is wrong with it. */
public class MomentForm {
    private static final String CALENDAR = "/calendar";
    private static final int NAME = 100;
    private static final int TEXT = 1000;
    private static final int LONGEST_LEAD = 365;

    @RestForm
    public String kind = MomentKind.MOMENT.name();

    @RestForm
    public String name = "";

    @RestForm
    public String fromOn = "";

    @RestForm
    public String untilOn = "";

    @RestForm
    public String leadDays = "";

    @RestForm
    public String colour = "";

    @RestForm
    public String text = "";

    /** The version that this form began with. */
    @RestForm
    public String version = "";

    /** The view of the calendar that one came from. */
    @RestForm
    public String back = CALENDAR;

    public final Errors errors = new Errors();

    static MomentForm of(Moment moment) {
        MomentForm form = new MomentForm();
        form.kind = moment.kind.name();
        form.name = moment.name;
        form.fromOn = moment.fromOn.toString();
        form.untilOn = moment.untilOn.toString();
        form.leadDays = moment.leadDays == 0 ? "" : String.valueOf(moment.leadDays);
        form.colour = moment.colour == null ? "" : moment.colour.name();
        form.text = moment.text;
        form.version = String.valueOf(moment.version);
        return form;
    }

    MomentForm from(String referer) {
        back = back(referer);
        return this;
    }

    /** Whoever says so, it leads to the calendar. */
    static String back(String address) {
        String path = Referer.path(address, CALENDAR);
        return path.equals(CALENDAR) || path.startsWith(CALENDAR + "?") ? path : CALENDAR;
    }

    /** Checks all of it; what comes back is whole only while there are no errors. */
    MomentFields read() {
        kind = typed(kind);
        fromOn = typed(fromOn);
        untilOn = typed(untilOn);
        leadDays = typed(leadDays);
        colour = typed(colour);
        version = typed(version);
        back = back(back);
        name = Typed.line("name", name, errors)
                .required("Give it a name.")
                .atMost(NAME)
                .text();
        text = Typed.lines("text", text, errors).stripped().atMost(TEXT).text();
        LocalDate from = TypedDay.read("fromOn", fromOn, errors);
        LocalDate until = TypedDay.read("untilOn", untilOn, errors);
        if (fromOn.isEmpty()) {
            errors.add("fromOn", "Choose its day.");
        }
        if (from != null && until != null && until.isBefore(from)) {
            errors.add("untilOn", "It ends before it begins.");
        }
        return new MomentFields(kind(), name, from, until == null ? from : until, lead(), colour(), text);
    }

    /** What someone else has changed since this form began, with what is there now. */
    List<String> differences(Moment now) {
        MomentForm saved = of(now);
        List<String> lines = new ArrayList<>();
        differ(lines, "Kind", kind, saved.kind);
        differ(lines, "Name", name, saved.name);
        differ(lines, "From", fromOn, saved.fromOn);
        differ(lines, "Until", untilOn.isEmpty() ? fromOn : untilOn, saved.untilOn);
        differ(lines, "Lead window in days", String.valueOf(lead()), String.valueOf(now.leadDays));
        differ(lines, "Colour", colour, saved.colour);
        differ(lines, "Text", text, saved.text);
        return lines;
    }

    private static void differ(List<String> lines, String label, String typed, String saved) {
        if (!typed.equals(saved)) {
            lines.add("%s: it is now %s.".formatted(label, saved.isEmpty() ? "empty" : "“" + saved + "”"));
        }
    }

    private MomentKind kind() {
        return Arrays.stream(MomentKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseGet(() -> {
                    errors.add("kind", "Choose what it is.");
                    return null;
                });
    }

    /** A note has none, and its form does not show the field. */
    private int lead() {
        return leadDays.isEmpty() || kind.equals(MomentKind.NOTE.name())
                ? 0
                : Typed.line("leadDays", leadDays, errors).number(0, LONGEST_LEAD);
    }

    private Colour colour() {
        if (colour.isEmpty()) {
            return null;
        }
        return Arrays.stream(Colour.values())
                .filter(one -> one.name().equals(colour))
                .findFirst()
                .orElseGet(() -> {
                    errors.add("colour", "Choose one of these colours, or none.");
                    return null;
                });
    }

    private static String typed(String raw) {
        return Objects.toString(raw, "").replace("\0", "").strip();
    }
}
