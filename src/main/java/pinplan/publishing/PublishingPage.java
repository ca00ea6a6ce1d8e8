package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import pinplan.publer.Connection;
import pinplan.publer.Lane;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.Typed;

/** What is on its way, what needs a person, and the switch that stops it all. */
@Path("/publishing")
@Produces(MediaType.TEXT_HTML)
class PublishingPage {
    private static final int LONGEST_REASON = 300;

    private final Viewer viewer;
    private final Clock clock;

    PublishingPage(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "publishing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance queue(
                Queue queue, Lane lane, boolean connected, String because, Errors errors, Instant now);
    }

    @GET
    @Needs(Right.SEE)
    public TemplateInstance show() {
        return page("", new Errors());
    }

    /** In a transaction of its own: the page that is shown again reads outside of it. */
    @POST
    @Path("/pause")
    @Needs(Right.OPERATE)
    public Response pause(@FormParam("because") @DefaultValue("") String because) {
        Errors errors = new Errors();
        String reason = Typed.line("because", because, errors)
                .required("Say why: everyone sees it while publishing is paused.")
                .atMost(LONGEST_REASON)
                .text();
        if (errors.any()) {
            return Answer.again(page(because, errors));
        }
        QuarkusTransaction.requiringNew()
                .run(() -> Workspace.locked(viewer.workspace()).pause(viewer.member(), reason, clock.instant()));
        return Answer.seeOther("/publishing", "Nothing is sent until you resume publishing.");
    }

    private TemplateInstance page(String because, Errors errors) {
        Connection connection = Connection.of(viewer.workspace().id).orElse(null);
        return Templates.queue(
                Queue.of(viewer.workspace(), clock.instant()),
                connection == null ? null : connection.lane(),
                connection != null,
                because,
                errors,
                clock.instant());
    }
}
