package pinplan.words;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;

/** All the words that a team keeps, for those who write with them. */
@Path(WordsPage.HERE)
@Needs(Right.EDIT)
class WordsPage {
    static final String HERE = "/settings/words";

    private final Viewer viewer;

    WordsPage(Viewer viewer) {
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "words")
    static class Templates {
        static native TemplateInstance words(List<Template> templates, List<Snippet> snippets);
    }

    @GET
    public TemplateInstance page() {
        return Templates.words(Template.of(viewer.workspace()), Snippet.of(viewer.workspace()));
    }
}
