package pinplan.words;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.autosave.KeptForms;
import pinplan.team.Deed;
import pinplan.team.Difference;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Answer;

@Path(WordsPage.HERE + "/templates")
@Needs(Right.EDIT)
class TemplatePages {
    private final Viewer viewer;
    private final KeptForms kept;
    private final Clock clock;

    TemplatePages(Viewer viewer, KeptForms kept, Clock clock) {
        this.viewer = viewer;
        this.kept = kept;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "words")
    static class Templates {
        /** @param id null for a new one */
        static native TemplateInstance template(
                Long id, TemplateForm form, Workspace workspace, List<String> differences);

        static native TemplateInstance templateDelete(Template template);
    }

    @GET
    @Path("/new")
    public TemplateInstance begin() {
        return form(null, kept.of("templates", null).into(new TemplateForm()), List.of());
    }

    @POST
    @Transactional
    public Response create(TemplateForm form) {
        Workspace workspace = Workspace.locked(viewer.workspace());
        Texts texts = form.read(workspace);
        free(form, workspace, null);
        if (Template.count("workspace", workspace) >= Limits.MOST) {
            form.errors.add("name", "There are %d templates. Delete one first.".formatted(Limits.MOST));
        }
        if (form.errors.any()) {
            return Answer.again(form(null, form, List.of()));
        }
        record("added the template", Template.begin(workspace, form.name, texts), List.of());
        return Answer.seeOther(WordsPage.HERE, "“" + form.name + "” is kept.");
    }

    @GET
    @Path("/{id}")
    public TemplateInstance edit(@RestPath Long id) {
        Template template = Template.ALL.seen(viewer.workspace(), id);
        TemplateForm left = template == null ? kept.left("templates", id, new TemplateForm()) : null;
        if (left != null) {
            return deleted(id, left);
        }
        TemplateForm form = TemplateForm.of(Template.in(viewer.workspace(), id));
        return form(id, kept.of("templates", id).into(form), List.of());
    }

    /** Somebody else did so while this was being typed. */
    private TemplateInstance deleted(Long id, TemplateForm form) {
        if (form.version.isEmpty() || Template.ALL.isAnothers(viewer.workspace(), id)) {
            // Nobody had it open, or it is another workspace's.
            throw new NotFoundException();
        }
        form.version = "";
        form.errors.add("", "Somebody deleted this template while you were writing. Saving adds it anew.");
        return form(null, form, List.of());
    }

    @POST
    @Path("/{id}")
    @Transactional
    public Response save(@RestPath Long id, TemplateForm form) {
        Workspace workspace = Workspace.locked(viewer.workspace());
        Template template = Template.ALL.stillThere(workspace, id);
        if (template == null) {
            return Answer.clash(deleted(id, form));
        }
        Texts texts = form.read(workspace);
        List<String> differences = form.differences(template);
        if (form.stale(template.version) && !differences.isEmpty()) {
            form.version = String.valueOf(template.version);
            return Answer.clash(form(id, form, differences));
        }
        free(form, workspace, template);
        if (form.errors.any()) {
            return Answer.again(form(id, form, List.of()));
        }
        List<Difference> changed = form.since(template);
        template.say(form.name, texts);
        if (!changed.isEmpty()) {
            record("changed the template", template, changed);
        }
        return Answer.seeOther(WordsPage.HERE, "Saved. Pins that it was used for stay as they are.");
    }

    @GET
    @Path("/{id}/delete")
    public TemplateInstance ask(@RestPath Long id) {
        return Templates.templateDelete(Template.in(viewer.workspace(), id));
    }

    @POST
    @Path("/{id}/delete")
    @Transactional
    public Response delete(@RestPath Long id) {
        Template template = Template.ALL.locked(Workspace.locked(viewer.workspace()), id);
        template.delete();
        record("deleted the template", template, new TemplateForm().since(template));
        return Answer.seeOther(WordsPage.HERE, "“" + template.name + "” is gone.");
    }

    private static void free(TemplateForm form, Workspace workspace, Template but) {
        if (Template.ALL.taken(workspace, form.name, but)) {
            form.errors.add("name", "Another template has this name.");
        }
    }

    private void record(String words, Template template, List<Difference> changed) {
        Deed.of(viewer, Topic.SETTINGS, words, clock.instant())
                .on(template.name)
                .with(changed)
                .record();
    }

    private TemplateInstance form(Long id, TemplateForm form, List<String> differences) {
        return Templates.template(id, form, viewer.workspace(), differences);
    }
}
