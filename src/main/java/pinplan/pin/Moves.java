package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDateTime;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;

/** Another time for a pin, on a page of its own: the composer's fields are on its page already, and a move needs no more. */
@Path("/pins/{id}/move")
@Needs(Right.EDIT)
class Moves {
    private final Viewer viewer;
    private final Clock clock;

    Moves(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "pin")
    static class Templates {
        static native TemplateInstance move(
                Pin pin, boolean moves, String date, String time, String hint, Errors errors);
    }

    @GET
    public TemplateInstance page(@RestPath Long id) {
        Pin pin = Pin.in(viewer.workspace(), id);
        LocalDateTime at = pin.planned() == null ? null : pin.planned().local();
        return page(
                pin,
                at == null ? "" : at.toLocalDate().toString(),
                at == null ? "" : at.toLocalTime().toString(),
                new Errors());
    }

    @POST
    public Response move(@RestPath Long id, @RestForm String publishDate, @RestForm String publishTime) {
        String date = publishDate == null ? "" : publishDate;
        String time = publishTime == null ? "" : publishTime;
        Errors errors = new Errors();
        LocalDateTime at = TypedTime.read(date, time, errors);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Pin pin = Pin.locked(viewer.workspace(), id);
                if (!errors.any()) {
                    pin.schedule(at, Actor.of(viewer), clock.instant());
                }
            });
        } catch (Refused refused) {
            errors.add(refused.field(), refused.getMessage());
        }
        return errors.any()
                ? Answer.again(page(Pin.in(viewer.workspace(), id), date, time, errors))
                : Answer.seeOther("/pins/" + id, "The pin has its new time.");
    }

    private TemplateInstance page(Pin pin, String date, String time, Errors errors) {
        LocalDateTime typed = TypedTime.read(date, time, new Errors());
        String change = typed == null ? null : new PlannedTime(typed, viewer.workspace().zone).clockChange();
        String hint = change == null ? viewer.workspace().zone.getId() : change;
        return Templates.move(pin, pin.movableBy(Actor.of(viewer)) && pin.changeable(), date, time, hint, errors);
    }
}
