package pinplan.media;

import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.team.Difference;
import pinplan.web.Errors;
import pinplan.web.Typed;

/** What was typed about a media, and what is wrong with it. */
public class AssetForm {
    static final int NAME = 100;
    static final int ALT_TEXT = 500;

    @RestForm
    public String name;

    @RestForm
    public String tags;

    @RestForm
    public String altText;

    /** The edition that it began with. */
    @RestForm
    public String edition;

    public final Errors errors = new Errors();

    static AssetForm of(Media media) {
        AssetForm form = new AssetForm();
        form.name = media.name;
        form.tags = String.join(", ", media.tags);
        form.altText = media.altText;
        form.edition = String.valueOf(media.edition);
        return form;
    }

    /** Writes it down, and says what is not as it was; nothing is written where there are errors. */
    List<Difference> into(Media media) {
        name = Typed.line("name", name, errors).plain().atMost(NAME).text();
        List<String> read = Tags.read(tags, errors);
        altText = Typed.lines("altText", altText, errors)
                .stripped()
                .atMost(ALT_TEXT)
                .text();
        List<Difference> all = new ArrayList<>();
        Difference.add(all, "Name", media.name, name);
        Difference.add(all, "Tags", String.join(", ", media.tags), String.join(", ", read));
        Difference.add(all, "Alt text", media.altText, altText);
        if (!all.isEmpty() && !String.valueOf(media.edition).equals(edition)) {
            errors.add(
                    "",
                    "Somebody changed this while you were at it: %s. Saving now replaces that.".formatted(now(media)));
            edition = String.valueOf(media.edition);
        }
        if (!all.isEmpty() && !errors.any()) {
            media.name = name;
            media.tags = new ArrayList<>(read);
            media.altText = altText;
            media.edition++;
        }
        return all;
    }

    private static String now(Media media) {
        return "its name is now “%s”, its tags are “%s”, its alt text is “%s”"
                .formatted(media.called(), String.join(", ", media.tags), media.altText);
    }
}
