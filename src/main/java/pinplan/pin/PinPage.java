package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import pinplan.database.DatabaseClock;
import pinplan.media.Advice;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;

/** A pin's one page, and the way in which every button on it is answered. */
@ApplicationScoped
public class PinPage {
    private final Viewer viewer;
    private final Advice advice;
    private final Clock clock;
    private final DatabaseClock decides;

    @Inject
    PinPage(Viewer viewer, Advice advice, Clock clock, DatabaseClock decides) {
        this.viewer = viewer;
        this.advice = advice;
        this.clock = clock;
        this.decides = decides;
    }

    @CheckedTemplate(basePath = "pin")
    static class Templates {
        static native TemplateInstance page(PinView view);

        static native TemplateInstance gone(String sentence, Unsaved unsaved);
    }

    /** Where it is. */
    public static String at(Long id) {
        return "/pins/" + id;
    }

    /** One thing that a person does to a pin. */
    public interface Verb {
        void on(Pin pin, Actor by, Instant now);
    }

    /** @param pin null for a new one; typed: null to show it as it is */
    TemplateInstance show(Pin pin, PinForm typed, Errors errors) {
        return show(pin, typed, errors, Remark.NONE, null);
    }

    /** @param offer what the page behind the link says */
    TemplateInstance show(Pin pin, PinForm typed, Errors errors, Offer offer) {
        return show(pin, typed, errors, Remark.NONE, offer);
    }

    private TemplateInstance show(Pin pin, PinForm typed, Errors errors, Remark remark, Offer offer) {
        Instant now = clock.instant();
        List<Check> checks = pin == null || !pin.changeable() ? List.of() : Check.of(pin, advice, now);
        return Templates.page(
                new PinView(pin, typed, viewer.workspace(), Actor.of(viewer), errors, remark, checks, now, offer));
    }

    /** The same, which says what came of it. */
    public interface Telling {
        String on(Pin pin, Actor by, Instant now);
    }

    /** Does it and goes to where it is said, or stays here with the sentence why not. */
    public Response act(Long id, Verb verb, String flash, String to) {
        return act(id, verb, flash, to, "action", Remark.NONE);
    }

    /**
     * @param button where a refusal that is about no field is said
     * @param remark what was typed with it, kept
     */
    public Response act(Long id, Verb verb, String flash, String to, String button, Remark remark) {
        return tell(
                id,
                (pin, by, now) -> {
                    verb.on(pin, by, now);
                    return flash;
                },
                to,
                button,
                remark);
    }

    /** As {@link #act}, with what came of it. */
    public Response tell(Long id, Telling verb, String to, String button, Remark remark) {
        try {
            String flash = QuarkusTransaction.requiringNew()
                    .call(() -> verb.on(Pin.locked(viewer.workspace(), id), Actor.of(viewer), decides.read()));
            String own = PinPage.at(id);
            return to.equals(own) ? Answer.seeOther(to, flash) : Answer.seeOther(to, flash, own);
        } catch (Refused refused) {
            return refused(id, refused, button, remark);
        } catch (NotFoundException none) {
            return gone(id, remark, none);
        }
    }

    /** The page with the sentence why not. */
    public Response refused(Long id, Refused refused) {
        return refused(id, refused, "action", Remark.NONE);
    }

    /**
     * The same beside the button that was pressed.
     *
     * @param remark what was typed with it, kept
     */
    public Response refused(Long id, Refused refused, String button, Remark remark) {
        Errors errors = new Errors().add(refused.field().isEmpty() ? button : refused.field(), refused.getMessage());
        return Answer.again(show(Pin.in(viewer.workspace(), id), null, errors, remark, null));
    }

    /**
     * Who deleted it meanwhile.
     *
     * @param remark what was typed with the button, given back
     * @param none why it was not found, where it is not deleted
     */
    public Response gone(Long id, Remark remark, NotFoundException none) {
        Pin pin = Pin.evenDeleted(viewer.workspace(), id);
        if (!pin.deleted()) {
            throw none;
        }
        return Answer.clash(Templates.gone(Meanwhile.deletion(pin), remark.unsaved()));
    }
}
