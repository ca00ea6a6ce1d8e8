package pinplan.review;

import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import pinplan.team.Needs;
import pinplan.team.Right;

/** Who has to agree to the pins of this workspace. */
@Path("/settings")
class WorkspacePolicy {
    private static final String HERE = "/settings/review";

    private final PolicyPage page;

    WorkspacePolicy(PolicyPage page) {
        this.page = page;
    }

    @GET
    @Path("/review")
    @Needs(Right.ADMINISTER)
    public TemplateInstance show() {
        return page.show(null);
    }

    @POST
    @Path("/review")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @Needs(Right.ADMINISTER)
    public Response save(MultivaluedMap<String, String> form) {
        return page.save(null, form, HERE);
    }
}
