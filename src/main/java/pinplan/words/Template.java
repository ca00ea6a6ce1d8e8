package pinplan.words;

import jakarta.persistence.Entity;
import java.util.List;
import java.util.Map;
import pinplan.team.Workspace;

/** First texts for a pin, under a name, with tokens in them. */
@Entity
public class Template extends Named {
    static final Kind<Template> ALL = new Kind<>(Template.class);

    private String title = "";
    private String description = "";
    private String altText = "";

    public static Template in(Workspace workspace, Long id) {
        return ALL.in(workspace, id);
    }

    public static List<Template> of(Workspace workspace) {
        return ALL.of(workspace);
    }

    public static Template begin(Workspace workspace, String name, Texts texts) {
        Template template = new Template();
        template.workspace = workspace;
        template.say(name, texts);
        template.persist();
        return template;
    }

    void say(String newName, Texts texts) {
        name = newName;
        title = texts.title();
        description = texts.description();
        altText = texts.altText();
    }

    public Texts texts() {
        return new Texts(title, description, altText);
    }

    @Override
    Map<String, String> said() {
        return texts().said();
    }
}
