package pinplan.change;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** Away with a pin: asked on a page of its own, so that one slip deletes nothing, with script or without. */
@Path("/pins/{id}/delete")
@Needs(Right.EDIT)
class Deletions {
    private final Viewer viewer;
    private final Batch batch;

    Deletions(Viewer viewer, Batch batch) {
        this.viewer = viewer;
        this.batch = batch;
    }

    @CheckedTemplate(basePath = "change")
    static class Templates {
        static native TemplateInstance delete(Pin pin, boolean deletes, String problem);
    }

    @GET
    public TemplateInstance page(@RestPath Long id) {
        return page(Pin.in(viewer.workspace(), id), "");
    }

    @POST
    public Response delete(@RestPath Long id) {
        Pin pin = Pin.in(viewer.workspace(), id);
        Outcome outcome = batch.apply(ChangeSet.Kind.DELETE, List.of(id), Pin::delete);
        return outcome.any()
                ? Undo.offered("/calendar", outcome)
                : Answer.again(page(pin, outcome.refusal().getMessage()));
    }

    private TemplateInstance page(Pin pin, String problem) {
        return Templates.delete(pin, pin.movableBy(Actor.of(viewer)) && pin.deletable(), problem);
    }
}
