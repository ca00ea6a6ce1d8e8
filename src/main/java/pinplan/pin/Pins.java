package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;

/** The composer. No method is one transaction: files are read and addresses fetched before anything is locked. */
@Path("/pins")
class Pins {
    private final PinPage page;
    private final Arrivals arrivals;
    private final Viewer viewer;
    private final Clock clock;

    Pins(PinPage page, Arrivals arrivals, Viewer viewer, Clock clock) {
        this.page = page;
        this.arrivals = arrivals;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Needs(Right.SEE)
    public Response all() {
        return Answer.seeOther("/calendar?view=list");
    }

    @GET
    @Path("/new")
    @Needs(Right.EDIT)
    public TemplateInstance blank(
            @RestQuery String on, @RestQuery String at, @RestQuery Long campaign, @RestQuery Long board) {
        Campaign chosen = campaign == null ? null : Campaign.in(viewer.workspace(), campaign);
        Board place = board == null ? null : Board.in(viewer.workspace(), board);
        CellTime begin = CellTime.of(on, at, viewer.workspace().zone, clock.instant());
        return page.show(null, PinForm.blank(begin, chosen, place), new Errors(), "");
    }

    @GET
    @Path("/{id}")
    @Needs(Right.SEE)
    public TemplateInstance one(@RestPath Long id) {
        return page.show(id);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Right.EDIT)
    public Response create(MultipartFormDataInput input) {
        return take(null, Composed.read(input));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Right.EDIT)
    public Response save(@RestPath Long id, MultipartFormDataInput input) {
        mustExist(id);
        return take(id, Composed.read(input));
    }

    /** Gives an agreed pin its time, read from the composer's own fields. Anything else typed there is not lost on the way. */
    @POST
    @Path("/{id}/schedule")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Right.EDIT)
    public Response schedule(@RestPath Long id, MultipartFormDataInput input) {
        mustExist(id);
        Composed composed = Composed.read(input);
        Errors errors = new Errors();
        arrivals.take(composed, errors);
        return answer(id, composed.form(), errors, "The pin has its time.", () -> {
            Pin pin = Pin.locked(viewer.workspace(), id);
            PinFields fields = fresh(pin, composed.form(), errors);
            if (fields != null && pin.edits(fields)) {
                errors.add(
                        "",
                        "You changed more than the time. Save draft first, or undo those changes: a time alone keeps the approval.");
            }
            if (!errors.any()) {
                pin.schedule(fields.plannedFor(), Actor.of(viewer), clock.instant());
            }
            return pin;
        });
    }

    private Response take(Long id, Composed composed) {
        PinForm form = composed.form();
        Errors errors = new Errors();
        arrivals.take(composed, errors);
        if (composed.rearranges()) {
            composed.rearrange();
            return errors.any() ? Answer.again(form(id, form, errors)) : Answer.page(form(id, form, errors));
        }
        String flash =
                composed.submits() ? "Sent to review." : id == null ? "The draft is saved." : "Your changes are saved.";
        return answer(id, form, errors, flash, () -> write(id, composed, errors));
    }

    private Pin write(Long id, Composed composed, Errors errors) {
        Instant now = clock.instant();
        Actor by = Actor.of(viewer);
        Pin pin = id == null ? null : Pin.locked(viewer.workspace(), id);
        PinFields fields = fresh(pin, composed.form(), errors);
        if (errors.any()) {
            return pin;
        }
        if (pin != null) {
            pin.edit(fields, by, now);
        } else {
            pin = made(composed.form(), fields, by, now, errors);
        }
        boolean sentAgain = composed.form().earlier != null && pin.status() != PinStatus.DRAFT;
        if (composed.submits() && !errors.any() && !sentAgain) {
            PinReadiness.missing(pin, now).byField().forEach(errors::add);
            if (!errors.any()) {
                pin.submit(by, now);
            }
        }
        return pin;
    }

    /** The new pin. Sent a second time, the form finds the pin that it made; other words than then are not saved unasked. */
    private Pin made(PinForm form, PinFields fields, Actor by, Instant now, Errors errors) {
        Pin first = form.sheet == null ? null : Pin.madeWith(viewer.workspace(), form.sheet);
        if (first == null) {
            Pin pin = Pin.create(viewer.workspace(), fields, by, now);
            pin.madeWith(form.sheet);
            return pin;
        }
        form.earlier = first.id;
        if (first.edits(fields) || first.movedBy(fields)) {
            form.overtakenBy(first, errors);
        }
        return first;
    }

    /** What was typed; with what someone else saved in between, where that is so, in the errors. */
    private PinFields fresh(Pin pin, PinForm form, Errors errors) {
        if (pin != null && form.edition != pin.edition()) {
            form.overtakenBy(pin, errors);
        }
        return form.fields(viewer.workspace(), errors);
    }

    private Response answer(Long id, PinForm form, Errors errors, String flash, java.util.function.Supplier<Pin> verb) {
        try {
            Pin pin = QuarkusTransaction.requiringNew().call(() -> {
                Pin done = verb.get();
                if (errors.any()) {
                    throw new Untaken();
                }
                return done;
            });
            return Answer.seeOther("/pins/" + pin.id, (flash + " " + form.twice()).strip());
        } catch (Untaken e) {
            // Rolled back; the errors say why.
        } catch (Refused refused) {
            errors.add(refused.field(), refused.getMessage());
        }
        return form.overtaken() ? Answer.clash(form(id, form, errors)) : Answer.again(form(id, form, errors));
    }

    private TemplateInstance form(Long id, PinForm form, Errors errors) {
        Long pin = form.earlier != null ? form.earlier : id;
        return page.show(pin == null ? null : Pin.in(viewer.workspace(), pin), form, errors, "");
    }

    /** Asked in a transaction of its own, so that the page that follows reads the pin afresh. */
    private void mustExist(Long id) {
        QuarkusTransaction.requiringNew().run(() -> Pin.in(viewer.workspace(), id));
    }

    /** Undoes what a form that can't be taken had begun. */
    private static class Untaken extends RuntimeException {
        Untaken() {
            super(null, null, false, false);
        }
    }
}
