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

@Path(WordsPage.HERE + "/snippets")
@Needs(Right.EDIT)
class SnippetPages extends NamedPages<Snippet, SnippetForm> {
    SnippetPages(Viewer viewer, KeptForms kept, Clock clock) {
        super(Snippet.ALL, SnippetForm::new, "Texts that it was put into", viewer, kept, clock);
    }

    @CheckedTemplate(basePath = "words")
    static class Templates {
        static native TemplateInstance snippet(Long id, SnippetForm form, List<String> differences);

        static native TemplateInstance snippetDelete(Snippet snippet);
    }

    @POST
    @Transactional
    public Response create(SnippetForm form) {
        return add(form);
    }

    @POST
    @Path("/{id}")
    @Transactional
    public Response save(@RestPath Long id, SnippetForm form) {
        return change(id, form);
    }

    @Override
    TemplateInstance form(Long id, SnippetForm form, List<String> differences) {
        return Templates.snippet(id, form, differences);
    }

    @Override
    TemplateInstance deletion(Snippet snippet) {
        return Templates.snippetDelete(snippet);
    }
}
