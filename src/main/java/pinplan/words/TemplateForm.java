package pinplan.words;

import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.team.Difference;
import pinplan.team.Workspace;
import pinplan.web.Typed;

/** A template as typed. */
public class TemplateForm extends NamedForm {
    @RestForm
    public String title = "";

    @RestForm
    public String description = "";

    @RestForm
    public String altText = "";

    static TemplateForm of(Template template) {
        TemplateForm form = new TemplateForm();
        Texts texts = template.texts();
        form.name = template.name;
        form.title = texts.title();
        form.description = texts.description();
        form.altText = texts.altText();
        form.version = String.valueOf(template.version);
        return form;
    }

    Texts read(Workspace workspace) {
        readName();
        title = Typed.line("title", title, errors).atMost(Limits.TITLE).plain().text();
        description = lines("description", description, workspace.descriptionLimit);
        altText = lines("altText", altText, Limits.ALT_TEXT);
        known("title", title);
        known("description", description);
        known("altText", altText);
        Texts texts = texts();
        if (texts.none()) {
            errors.add("title", "Fill in at least one of the three.");
        }
        return texts;
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

    List<String> differences(Template now) {
        Texts there = now.texts();
        return differences(
                "Name",
                name,
                now.name,
                "Title",
                title,
                there.title(),
                "Description",
                description,
                there.description(),
                "Alt text",
                altText,
                there.altText());
    }

    List<Difference> since(Template before) {
        Texts there = before.texts();
        List<Difference> all = new ArrayList<>();
        Difference.add(all, "Name", before.name, name);
        Difference.add(all, "Title", there.title(), title);
        Difference.add(all, "Description", there.description(), description);
        Difference.add(all, "Alt text", there.altText(), altText);
        return all;
    }
}
