package pinplan.words;

import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.team.Workspace;

/** A snippet as typed. */
public class SnippetForm extends NamedForm<Snippet> {
    /** As long as the longest text that it can be put into. */
    static final int TEXT = 800;

    @RestForm
    public String text = "";

    @Override
    void show(Snippet saved) {
        super.show(saved);
        text = saved.text;
    }

    @Override
    void read(Workspace workspace) {
        readName();
        text = lines("text", text, TEXT);
        if (text.isBlank()) {
            errors.add("text", "Type the text that is to be put in.");
        }
    }

    @Override
    Map<String, String> said() {
        return Map.of("Text", text);
    }

    @Override
    Snippet begin(Workspace workspace) {
        return Snippet.begin(workspace, name, text);
    }

    @Override
    void into(Snippet saved) {
        saved.say(name, text);
    }
}
