package pinplan.pin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/**
 * What is wrong with one of the composer's fields as it stands there, before anybody sends it.
 *
 * @param stops whether it can't be sent to review so; else it is only to be known
 */
public record Caution(String field, String words, boolean stops) {
    private static final Set<String> FIELDS =
            Set.of("link", "account", "board", "campaign", "publishDate", "publishTime");

    /** @param pin null for a new one */
    static List<Caution> of(PinForm form, Workspace workspace, Pin pin, Instant now) {
        Errors errors = new Errors();
        // Its pictures have no say in it, and reading them locks them.
        PinFields fields = TypedPin.read(form.alike(form.link, null), workspace, errors);
        Pin typed = Pin.imagined(workspace, pin == null ? null : pin.id, fields, "");
        retired(typed, errors);
        String shared = goesOutThen(pin, fields) ? null : time(typed, now, errors);
        List<Caution> all = new ArrayList<>();
        for (Map.Entry<String, String> error : errors.byField().entrySet()) {
            if (FIELDS.contains(error.getKey())) {
                all.add(new Caution(error.getKey(), error.getValue(), true));
            }
        }
        if (shared != null && errors.of("publishTime") == null) {
            all.add(new Caution("publishTime", shared, false));
        }
        return all;
    }

    private static void retired(Pin typed, Errors errors) {
        String gone = PinReadiness.retired(typed);
        if (gone != null) {
            errors.add("board", gone);
        }
    }

    /** Nobody is to choose another time for what is on its way. */
    private static boolean goesOutThen(Pin pin, PinFields fields) {
        return pin != null
                && (pin.standing().goesOn() || pin.mayBeAtPubler())
                && Objects.equals(pin.fields().plannedFor(), fields.plannedFor());
    }

    /** @return that another draft is planned for its minute too; null: none is */
    private static String time(Pin typed, Instant now, Errors errors) {
        if (typed.publishAt() == null) {
            return null;
        }
        try {
            PinReadiness.refuseTooSoon(typed.planned(), now);
            Minutes.refuseIfTaken(typed, typed.publishAt());
            return Minutes.warning(typed);
        } catch (Refused refused) {
            errors.add(refused.field(), refused.getMessage());
            return null;
        }
    }
}
