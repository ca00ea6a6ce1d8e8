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

@Path(WordsPage.HERE + "/snippets")
@Needs(Right.EDIT)
class SnippetPages {
    private final Viewer viewer;
    private final KeptForms kept;
    private final Clock clock;

    SnippetPages(Viewer viewer, KeptForms kept, Clock clock) {
        this.viewer = viewer;
        this.kept = kept;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "words")
    static class Templates {
        /** @param id null for a new one */
        static native TemplateInstance snippet(Long id, SnippetForm form, List<String> differences);

        static native TemplateInstance snippetDelete(Snippet snippet);
    }

    @GET
    @Path("/new")
    public TemplateInstance begin() {
        return Templates.snippet(null, kept.of("snippets", null).into(new SnippetForm()), List.of());
    }

    @POST
    @Transactional
    public Response create(SnippetForm form) {
        Workspace workspace = Workspace.locked(viewer.workspace());
        form.read();
        free(form, workspace, null);
        if (Snippet.count("workspace", workspace) >= Limits.MOST) {
            form.errors.add("name", "There are %d snippets. Delete one first.".formatted(Limits.MOST));
        }
        if (form.errors.any()) {
            return Answer.again(Templates.snippet(null, form, List.of()));
        }
        record("added the snippet", Snippet.begin(workspace, form.name, form.text), List.of());
        return Answer.seeOther(WordsPage.HERE, "“" + form.name + "” is kept.");
    }

    @GET
    @Path("/{id}")
    public TemplateInstance edit(@RestPath Long id) {
        Snippet snippet = Snippet.ALL.seen(viewer.workspace(), id);
        SnippetForm left = snippet == null ? kept.left("snippets", id, new SnippetForm()) : null;
        if (left != null) {
            return deleted(id, left);
        }
        SnippetForm form = SnippetForm.of(Snippet.in(viewer.workspace(), id));
        return Templates.snippet(id, kept.of("snippets", id).into(form), List.of());
    }

    /** Somebody else did so while this was being typed. */
    private TemplateInstance deleted(Long id, SnippetForm form) {
        if (form.version.isEmpty() || Snippet.ALL.isAnothers(viewer.workspace(), id)) {
            // Nobody had it open, or it is another workspace's.
            throw new NotFoundException();
        }
        form.version = "";
        form.errors.add("", "Somebody deleted this snippet while you were writing. Saving adds it anew.");
        return Templates.snippet(null, form, List.of());
    }

    @POST
    @Path("/{id}")
    @Transactional
    public Response save(@RestPath Long id, SnippetForm form) {
        Workspace workspace = Workspace.locked(viewer.workspace());
        Snippet snippet = Snippet.ALL.stillThere(workspace, id);
        if (snippet == null) {
            return Answer.clash(deleted(id, form));
        }
        form.read();
        List<String> differences = form.differences(snippet);
        if (form.stale(snippet.version) && !differences.isEmpty()) {
            form.version = String.valueOf(snippet.version);
            return Answer.clash(Templates.snippet(id, form, differences));
        }
        free(form, workspace, snippet);
        if (form.errors.any()) {
            return Answer.again(Templates.snippet(id, form, List.of()));
        }
        List<Difference> changed = form.since(snippet);
        snippet.say(form.name, form.text);
        if (!changed.isEmpty()) {
            record("changed the snippet", snippet, changed);
        }
        return Answer.seeOther(WordsPage.HERE, "Saved. Texts that it was put into stay as they are.");
    }

    @GET
    @Path("/{id}/delete")
    public TemplateInstance ask(@RestPath Long id) {
        return Templates.snippetDelete(Snippet.in(viewer.workspace(), id));
    }

    @POST
    @Path("/{id}/delete")
    @Transactional
    public Response delete(@RestPath Long id) {
        Snippet snippet = Snippet.ALL.locked(Workspace.locked(viewer.workspace()), id);
        snippet.delete();
        record("deleted the snippet", snippet, List.of(new Difference("Text", snippet.text, "")));
        return Answer.seeOther(WordsPage.HERE, "“" + snippet.name + "” is gone.");
    }

    private static void free(SnippetForm form, Workspace workspace, Snippet but) {
        if (Snippet.ALL.taken(workspace, form.name, but)) {
            form.errors.add("name", "Another snippet has this name.");
        }
    }

    private void record(String words, Snippet snippet, List<Difference> changed) {
        Deed.of(viewer, Topic.SETTINGS, words, clock.instant())
                .on(snippet.name)
                .with(changed)
                .record();
    }
}
