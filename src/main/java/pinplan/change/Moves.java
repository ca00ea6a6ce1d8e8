package pinplan.change;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinPage;
import pinplan.pin.PlannedTime;
import pinplan.pin.TypedTime;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;

/** Another time for a pin, or none, from its own page: the composer's fields are there already, and a move needs no more. */
@Path("/pins/{id}")
@Needs(Right.EDIT)
class Moves {
    private final Viewer viewer;
    private final Batch batch;
    private final PinPage pinPage;

    Moves(Viewer viewer, Batch batch, PinPage pinPage) {
        this.viewer = viewer;
        this.batch = batch;
        this.pinPage = pinPage;
    }

    @CheckedTemplate(basePath = "change")
    static class Templates {
        static native TemplateInstance move(
                Pin pin, boolean moves, String date, String time, String hint, Errors errors);
    }

    /** @param at where a link suggests to move it; anything else: where it is */
    @GET
    @Path("/move")
    public TemplateInstance page(@RestPath Long id, @RestQuery String at) {
        Pin pin = Pin.in(viewer.workspace(), id);
        LocalDateTime to = offered(at, pin);
        return page(
                pin,
                to == null ? "" : to.toLocalDate().toString(),
                to == null ? "" : to.toLocalTime().toString(),
                new Errors());
    }

    private static LocalDateTime offered(String at, Pin pin) {
        try {
            if (at != null) {
                return LocalDateTime.parse(at);
            }
        } catch (DateTimeParseException unreadable) {
            // As if nothing had been suggested.
        }
        return pin.planned() == null ? null : pin.planned().local();
    }

    @POST
    @Path("/move")
    public Response move(@RestPath Long id, @RestForm String publishDate, @RestForm String publishTime) {
        Pin pin = Pin.in(viewer.workspace(), id);
        String date = publishDate == null ? "" : publishDate;
        String time = publishTime == null ? "" : publishTime;
        Errors errors = new Errors();
        LocalDateTime at = TypedTime.read(date, time, errors);
        if (errors.any()) {
            return Answer.again(page(pin, date, time, errors));
        }
        Outcome outcome =
                batch.apply(ChangeSet.Kind.MOVE, List.of(id), (moved, by, now) -> moved.schedule(at, by, now));
        if (outcome.any()) {
            return Undo.offered(PinPage.at(id), outcome);
        }
        errors.add(outcome.refusal().field(), outcome.refusal().getMessage());
        return Answer.again(page(pin, date, time, errors));
    }

    @POST
    @Path("/unschedule")
    public Response unschedule(@RestPath Long id) {
        Pin.in(viewer.workspace(), id);
        Outcome outcome = batch.apply(ChangeSet.Kind.MOVE, List.of(id), Pin::unschedule);
        return outcome.any() ? Undo.offered(PinPage.at(id), outcome) : pinPage.refused(id, outcome.refusal());
    }

    private TemplateInstance page(Pin pin, String date, String time, Errors errors) {
        LocalDateTime typed = TypedTime.read(date, time, new Errors());
        String change = typed == null ? null : new PlannedTime(typed, viewer.workspace().zone).clockChange();
        String hint = change == null ? viewer.workspace().zone.getId() : change;
        return Templates.move(pin, pin.movableBy(Actor.of(viewer)) && pin.changeable(), date, time, hint, errors);
    }
}
