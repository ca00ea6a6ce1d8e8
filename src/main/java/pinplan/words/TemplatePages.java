package pinplan.words;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.autosave.KeptForms;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.team.Workspace;

@Path(WordsPage.HERE + "/templates")
@Needs(Right.EDIT)
class TemplatePages extends NamedPages<Template, TemplateForm> {
    TemplatePages(Viewer viewer, KeptForms kept, Clock clock) {
        super(Template.ALL, TemplateForm::new, "Pins that it was used for", viewer, kept, clock);
    }

    @CheckedTemplate(basePath = "words")
    static class Templates {
        static native TemplateInstance template(
                Long id, TemplateForm form, Workspace workspace, List<String> differences);

        static native TemplateInstance templateDelete(Template template);
    }

    @POST
    @Transactional
    public Response create(TemplateForm form) {
        return add(form);
    }

    @POST
    @Path("/{id}")
    @Transactional
    public Response save(@RestPath Long id, TemplateForm form) {
        return change(id, form);
    }

    @Override
    TemplateInstance form(Long id, TemplateForm form, List<String> differences) {
        return Templates.template(id, form, viewer.workspace(), differences);
    }

    @Override
    TemplateInstance deletion(Template template) {
        return Templates.templateDelete(template);
    }
}
