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
import org.jboss.resteasy.reactive.RestPath;
import pinplan.campaign.Campaign;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;

/** Who has to agree to the pins of one campaign, where that is not as in its workspace. */
@Path("/campaigns")
class CampaignPolicy {
    private final PolicyPage page;
    private final Viewer viewer;

    CampaignPolicy(PolicyPage page, Viewer viewer) {
        this.page = page;
        this.viewer = viewer;
    }

    @GET
    @Path("/{id}/policy")
    @Needs(Right.ADMINISTER)
    public TemplateInstance show(@RestPath Long id) {
        return page.show(Campaign.in(viewer.workspace(), id));
    }

    @POST
    @Path("/{id}/policy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @Needs(Right.ADMINISTER)
    public Response save(@RestPath Long id, MultivaluedMap<String, String> form) {
        return page.save(Campaign.in(viewer.workspace(), id), form, "/campaigns/" + id);
    }
}
