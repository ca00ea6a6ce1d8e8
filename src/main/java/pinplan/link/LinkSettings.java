package pinplan.link;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import pinplan.autosave.KeptForms;
import pinplan.team.Deed;
import pinplan.team.Difference;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Answer;
import pinplan.web.Errors;

/** Settings of a workspace's links. */
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Path("/settings/links")
@Needs(Right.ADMINISTER)
class LinkSettings {
    private final Viewer viewer;
    private final KeptForms kept;
    private final Clock clock;

    LinkSettings(Viewer viewer, KeptForms kept, Clock clock) {
        this.viewer = viewer;
        this.kept = kept;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "link")
    static class Templates {
        static native TemplateInstance settings(LinkForm form, Errors errors);
    }

    @GET
    public TemplateInstance page() {
        LinkForm form = kept.of("links", null).into(LinkForm.of(LinkRules.of(viewer.workspace())));
        return Templates.settings(form, new Errors());
    }

    @POST
    @Transactional
    public Response change(@BeanParam LinkForm form) {
        Workspace workspace = Workspace.locked(viewer.workspace());
        LinkRules rules = LinkRules.of(workspace);
        Errors errors = new Errors();
        form.read(errors);
        if (errors.any()) {
            return Answer.again(Templates.settings(form, errors));
        }
        if (form.version != rules.version()) {
            errors.add(
                    "tags",
                    "Someone else changed these rules in between: they have “%s”, and %d days. Save again to replace them."
                            .formatted(rules.tagging().told(), rules.spacingDays()));
            form.version = rules.version();
            return Answer.clash(Templates.settings(form, errors));
        }
        List<Difference> changed = new ArrayList<>();
        Difference.add(changed, "Tags", rules.tagging().told(), form.tagging().told());
        Difference.add(changed, "Days apart", rules.spacingDays(), form.days());
        Difference.add(changed, "Days apart of domains", rules.hostDays(), form.hostDays);
        rules.set(workspace, form.tagging(), form.days(), form.hostDays);
        if (!changed.isEmpty()) {
            Deed.of(viewer, Topic.SETTINGS, "changed the rules for links", clock.instant())
                    .with(changed)
                    .record();
        }
        return Answer.seeOther(
                "/settings/links", "The rules are saved. What was sent to review keeps the link that it has.");
    }
}
