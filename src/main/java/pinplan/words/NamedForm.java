package pinplan.words;

import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.web.Errors;
import pinplan.web.Typed;

/** What the forms of all that has a name have in common. */
public abstract class NamedForm {
    static final int NAME = 100;

    @RestForm
    public String name = "";

    /** The version that this form began with; empty for a new one. */
    @RestForm
    public String version = "";

    public final Errors errors = new Errors();

    void readName() {
        name = Typed.line("name", name, errors)
                .required("Give it a name.")
                .atMost(NAME)
                .text();
    }

    /** Many lines, as they were typed. */
    String lines(String field, String raw, int most) {
        String typed = raw == null ? "" : raw.replace("\r\n", "\n");
        return new Typed(field, typed, errors).atMost(most).storable().text();
    }

    boolean stale(int saved) {
        return !version.equals(String.valueOf(saved));
    }

    /** What someone else has changed since this form began, with what is there now. */
    static List<String> differences(String... labelsTypedAndSaved) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < labelsTypedAndSaved.length; at += 3) {
            String saved = labelsTypedAndSaved[at + 2];
            if (!labelsTypedAndSaved[at + 1].equals(saved)) {
                lines.add("%s: it is now %s."
                        .formatted(labelsTypedAndSaved[at], saved.isEmpty() ? "empty" : "“" + saved + "”"));
            }
        }
        return lines;
    }
}
