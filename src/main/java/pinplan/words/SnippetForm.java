package pinplan.words;

import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.team.Difference;

/** A snippet as typed. */
public class SnippetForm extends NamedForm {
    /** As long as the longest text that it can be put into. */
    static final int TEXT = 800;

    @RestForm
    public String text = "";

    static SnippetForm of(Snippet snippet) {
        SnippetForm form = new SnippetForm();
        form.name = snippet.name;
        form.text = snippet.text;
        form.version = String.valueOf(snippet.version);
        return form;
    }

    void read() {
        readName();
        text = lines("text", text, TEXT);
        if (text.isBlank()) {
            errors.add("text", "Type the text that is to be put in.");
        }
    }

    List<String> differences(Snippet now) {
        return differences("Name", name, now.name, "Text", text, now.text);
    }

    List<Difference> since(Snippet before) {
        List<Difference> all = new ArrayList<>();
        Difference.add(all, "Name", before.name, name);
        Difference.add(all, "Text", before.text, text);
        return all;
    }
}
