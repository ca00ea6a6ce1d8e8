package pinplan.words;

import jakarta.persistence.Entity;
import java.util.List;
import java.util.Map;
import pinplan.team.Workspace;

/** A piece of text with a name, such as a block of hashtags. */
@Entity
public class Snippet extends Named {
    static final Kind<Snippet> ALL = new Kind<>(Snippet.class);

    public String text;

    public static Snippet in(Workspace workspace, Long id) {
        return ALL.in(workspace, id);
    }

    public static List<Snippet> of(Workspace workspace) {
        return ALL.of(workspace);
    }

    public static Snippet begin(Workspace workspace, String name, String text) {
        Snippet snippet = new Snippet();
        snippet.workspace = workspace;
        snippet.say(name, text);
        snippet.persist();
        return snippet;
    }

    void say(String newName, String newText) {
        name = newName;
        text = newText;
    }

    @Override
    Map<String, String> said() {
        return Map.of("Text", text);
    }
}
