package pinplan.campaign;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.autosave.KeptForms;
import pinplan.team.Deed;
import pinplan.team.Difference;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Answer;
import pinplan.web.Paging;

@Path("/campaigns")
@Needs(Right.SEE)
class Campaigns {
    private static final String TAKEN = "Another campaign has this name.";

    private final Viewer viewer;
    private final KeptForms kept;
    private final Clock clock;

    Campaigns(Viewer viewer, KeptForms kept, Clock clock) {
        this.viewer = viewer;
        this.kept = kept;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance campaigns(CampaignList campaigns, boolean editor);

        static native TemplateInstance campaign(
                Campaign campaign, boolean editor, Instant now, LocalDate around, int page, boolean chosen);

        /** @param id null for a new one */
        static native TemplateInstance form(
                Long id, CampaignForm form, Offered offered, Colour[] colours, List<String> differences);
    }

    @GET
    public TemplateInstance list() {
        return Templates.campaigns(CampaignList.of(viewer.workspace()), viewer.may(Right.EDIT));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath Long id, @RestQuery String page, @RestQuery String chosen) {
        return page(Campaign.in(viewer.workspace(), id), page, "all".equals(chosen));
    }

    @GET
    @Path("/new")
    @Needs(Right.EDIT)
    public TemplateInstance begin() {
        CampaignForm form = new CampaignForm();
        form.owner = viewer.member().id.toString();
        return form(null, kept.of("campaigns", null).into(form), offered(null), List.of());
    }

    @POST
    @Needs(Right.EDIT)
    @Transactional
    public Response create(CampaignForm form) {
        Workspace workspace = Workspace.locked(viewer.workspace());
        Offered offered = offered(null);
        CampaignFields fields = form.read(offered);
        if (Campaign.taken(workspace, fields.name(), null)) {
            form.errors.add("name", TAKEN);
        }
        if (form.errors.any()) {
            return Answer.again(form(null, form, offered, List.of()));
        }
        Campaign campaign = Campaign.begin(workspace, fields, clock.instant());
        record("began the campaign", campaign, List.of());
        return Answer.seeOther("/campaigns/" + campaign.id, "“" + campaign.name + "” is created. Plan its first pin.");
    }

    /** In a few words, for whoever is about to begin a draft. */
    @GET
    @Path("/{id}/start")
    @Produces(MediaType.TEXT_PLAIN)
    @Needs(Right.EDIT)
    public String start(@RestPath Long id) {
        Start start = Campaign.in(viewer.workspace(), id).start;
        return start.any() ? "What you leave empty begins with " + start.told() : "";
    }

    @GET
    @Path("/{id}/edit")
    @Needs(Right.EDIT)
    public TemplateInstance edit(@RestPath Long id) {
        Campaign campaign = Campaign.in(viewer.workspace(), id);
        CampaignForm form = kept.of("campaigns", id).into(CampaignForm.of(campaign));
        return form(id, form, offered(campaign), List.of());
    }

    @POST
    @Path("/{id}")
    @Needs(Right.EDIT)
    @Transactional
    public Response save(@RestPath Long id, CampaignForm form) {
        Workspace workspace = Workspace.locked(viewer.workspace());
        Campaign campaign = Campaign.locked(workspace, id);
        Offered offered = offered(campaign);
        CampaignFields fields = form.read(offered);
        List<String> differences = Meanwhile.of(form, campaign, offered);
        if (!form.version.equals(String.valueOf(campaign.version)) && !differences.isEmpty()) {
            form.version = String.valueOf(campaign.version);
            return Answer.clash(form(id, form, offered, differences));
        }
        if (!campaign.archived() && Campaign.taken(workspace, fields.name(), campaign)) {
            form.errors.add("name", TAKEN);
        }
        if (form.errors.any()) {
            return Answer.again(form(id, form, offered, List.of()));
        }
        List<Difference> changed = fields.since(CampaignFields.of(campaign));
        campaign.edit(fields);
        if (!changed.isEmpty()) {
            record("changed the campaign", campaign, changed);
        }
        return Answer.seeOther("/campaigns/" + id, "Saved.");
    }

    @POST
    @Path("/{id}/archive")
    @Needs(Right.EDIT)
    @Transactional
    public Response archive(@RestPath Long id) {
        Campaign campaign = Campaign.locked(Workspace.locked(viewer.workspace()), id);
        if (!campaign.archived()) {
            record("archived the campaign", campaign, List.of());
        }
        campaign.archive(clock.instant());
        return Answer.seeOther("/campaigns/" + id, "Archived. Its pins stay as they are.");
    }

    @POST
    @Path("/{id}/unarchive")
    @Needs(Right.EDIT)
    @Transactional
    public Response unarchive(@RestPath Long id) {
        Workspace workspace = Workspace.locked(viewer.workspace());
        Campaign campaign = Campaign.locked(workspace, id);
        if (campaign.archived() && Campaign.taken(workspace, campaign.name, campaign)) {
            return Answer.seeOther(
                    "/campaigns/" + id, "It stays archived: another campaign has its name now. Rename one of them.");
        }
        if (campaign.archived()) {
            record("took back from the archive the campaign", campaign, List.of());
        }
        campaign.unarchive();
        return Answer.seeOther("/campaigns/" + id, "It is no longer archived.");
    }

    private void record(String words, Campaign campaign, List<Difference> changed) {
        Deed.of(viewer, Topic.CAMPAIGNS, words, clock.instant())
                .onCampaign(campaign.id, campaign.name)
                .with(changed)
                .record();
    }

    /** @param chosen all of its pins on one page, each with its tick */
    private TemplateInstance page(Campaign campaign, String page, boolean chosen) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, viewer.workspace().zone);
        int asked = Paging.asked(page != null && page.matches("[0-9]{1,6}") ? Integer.valueOf(page) : null);
        return Templates.campaign(campaign, viewer.may(Right.EDIT), now, campaign.around(today), asked, chosen);
    }

    private TemplateInstance form(Long id, CampaignForm form, Offered offered, List<String> differences) {
        return Templates.form(id, form, offered, Colour.values(), differences);
    }

    /** @param campaign null: a new one */
    private Offered offered(Campaign campaign) {
        return Offered.by(viewer.workspace(), campaign);
    }
}
