package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import pinplan.database.DatabaseClock;
import pinplan.pin.Actor;
import pinplan.pin.Refused;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Answer;

/** Publishing goes on, and what became overdue meanwhile is decided by a person first. */
@Path("/publishing/resume")
@Produces(MediaType.TEXT_HTML)
class ResumePage {
    private final Viewer viewer;
    private final DatabaseClock clock;

    ResumePage(Viewer viewer, DatabaseClock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "publishing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance resume(Resumption resumption, Workspace workspace);
    }

    @GET
    @Needs(Right.OPERATE)
    public TemplateInstance show() {
        Workspace workspace = viewer.workspace();
        return Templates.resume(Resumption.offered(Queue.overdue(workspace, clock.now())), workspace);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.OPERATE)
    public Response resume(MultivaluedMap<String, String> form) {
        Instant now = clock.now();
        Resumption resumption = Resumption.typed(form, Queue.overdue(viewer.workspace(), now));
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Workspace workspace = Workspace.locked(viewer.workspace());
                resumption.carryOut(workspace, Actor.of(viewer), now);
                workspace.resume(viewer.member(), now);
            });
        } catch (Refused rolledBack) {
            return Answer.again(Templates.resume(resumption, viewer.workspace()));
        }
        return Answer.seeOther("/publishing", "Publishing is resumed.");
    }
}
