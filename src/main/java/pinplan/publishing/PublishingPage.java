package pinplan.publishing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.publer.Connection;
import pinplan.publer.Lane;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Answer;

/** What is on its way, what needs a person, and the switch that stops it all. */
@Path("/publishing")
@Produces(MediaType.TEXT_HTML)
class PublishingPage {
    private final Viewer viewer;
    private final Clock clock;

    PublishingPage(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "publishing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance queue(Queue queue, Lane lane, boolean connected, Instant now);
    }

    @GET
    @Needs(Right.SEE)
    public TemplateInstance show() {
        Connection connection = Connection.of(viewer.workspace().id).orElse(null);
        return Templates.queue(
                Queue.of(viewer.workspace(), clock.instant()),
                connection == null ? null : connection.lane(),
                connection != null,
                clock.instant());
    }

    @POST
    @Path("/pause")
    @Needs(Right.OPERATE)
    @Transactional
    public Response pause() {
        Workspace workspace = Workspace.locked(viewer.workspace());
        workspace.pause(viewer.member(), clock.instant());
        return Answer.seeOther("/publishing", "Publishing is paused. Nothing is sent until you resume it.");
    }

    /** What became overdue meanwhile is a person's decision. */
    @POST
    @Path("/resume")
    @Needs(Right.OPERATE)
    @Transactional
    public Response resume(@FormParam("overdue") String overdue) {
        Workspace workspace = Workspace.locked(viewer.workspace());
        Instant now = clock.instant();
        List<Long> late = Queue.overdue(workspace, now).stream()
                .map(publication -> publication.pin.id)
                .toList();
        for (Long id : late) {
            Pin pin = Pin.locked(workspace, id);
            if ("send".equals(overdue)) {
                pin.publishNow(Actor.of(viewer), now);
            } else {
                pin.hold("Overdue when publishing was resumed", Actor.of(viewer), now);
            }
        }
        workspace.resume();
        return Answer.seeOther("/publishing", "Publishing goes on.");
    }
}
