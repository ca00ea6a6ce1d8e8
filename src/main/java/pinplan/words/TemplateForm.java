package pinplan.words;

import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.team.Workspace;
import pinplan.web.Typed;

/** A template as typed. */
public class TemplateForm extends NamedForm<Template> {
    @RestForm
    public String title = "";

    @RestForm
    public String description = "";

    @RestForm
    public String altText = "";

    @Override
    void show(Template saved) {
        super.show(saved);
        Texts texts = saved.texts();
        title = texts.title();
        description = texts.description();
        altText = texts.altText();
    }

    @Override
    void read(Workspace workspace) {
        readName();
        title = Typed.line("title", title, errors).atMost(Limits.TITLE).plain().text();
        description = lines("description", description, workspace.descriptionLimit);
        altText = lines("altText", altText, Limits.ALT_TEXT);
        known("title", title);
        known("description", description);
        known("altText", altText);
        if (texts().none()) {
            errors.add("title", "Fill in at least one of the three.");
        }
    }

    private void known(String field, String text) {
        String stranger = Token.stranger(text);
        if (stranger != null) {
            errors.add(field, "There is no %s. There are %s.".formatted(stranger, Token.all()));
        }
    }

    private Texts texts() {
        return new Texts(title, description, altText);
    }

    @Override
    Map<String, String> said() {
        return texts().said();
    }

    @Override
    Template begin(Workspace workspace) {
        return Template.begin(workspace, name, texts());
    }

    @Override
    void into(Template saved) {
        saved.say(name, texts());
    }
}
