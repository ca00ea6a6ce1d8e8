package pinplan.pin;

import java.util.List;
import pinplan.team.Workspace;
import pinplan.words.Snippet;
import pinplan.words.Template;

/** The kept words that the composer offers. */
public record Kit(List<Template> templates, List<Snippet> snippets) {
    static Kit of(Workspace workspace) {
        return new Kit(Template.of(workspace), Snippet.of(workspace));
    }

    public boolean any() {
        return !templates.isEmpty() || !snippets.isEmpty();
    }
}
