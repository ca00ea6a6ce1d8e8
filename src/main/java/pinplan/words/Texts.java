package pinplan.words;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a template says in each place of a pin; empty where it says nothing. */
public record Texts(String title, String description, String altText) {
    /** For a pin, with all that is known of it. */
    public Texts about(Known known) {
        return new Texts(Token.fill(title, known), Token.fill(description, known), Token.fill(altText, known));
    }

    boolean none() {
        return (title + description + altText).isBlank();
    }

    /** By the labels of its fields, in their order. */
    Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("Title", title);
        said.put("Description", description);
        said.put("Alt text", altText);
        return said;
    }
}
