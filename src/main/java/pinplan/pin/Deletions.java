package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** Away with a pin: asked on a page of its own, so that one slip deletes nothing, with script or without. */
@Path("/pins/{id}/delete")
@Needs(Right.EDIT)
class Deletions {
    private final Viewer viewer;
    private final Clock clock;

    Deletions(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "pin")
    static class Templates {
        static native TemplateInstance delete(Pin pin, boolean deletes, String problem);
    }

    @GET
    public TemplateInstance page(@RestPath Long id) {
        return page(Pin.in(viewer.workspace(), id), "");
    }

    @POST
    public Response delete(@RestPath Long id) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> Pin.locked(viewer.workspace(), id).delete(Actor.of(viewer), clock.instant()));
            return Answer.seeOther("/calendar", "The pin is deleted.");
        } catch (Refused refused) {
            return Answer.again(page(Pin.in(viewer.workspace(), id), refused.getMessage()));
        }
    }

    private TemplateInstance page(Pin pin, String problem) {
        return Templates.delete(pin, pin.movableBy(Actor.of(viewer)) && pin.deletable(), problem);
    }
}
