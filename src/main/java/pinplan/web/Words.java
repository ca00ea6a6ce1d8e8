package pinplan.web;

import io.quarkus.qute.TemplateExtension;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What templates ask of a plain text. */
@TemplateExtension
final class Words {
    private Words() {}

    /** Unicode code points: the way limits are counted, here and in the browser. */
    static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .limit(2)
                .filter(word -> !word.isEmpty())
                .map(word -> new String(Character.toChars(word.codePointAt(0))).toUpperCase())
                .collect(Collectors.joining());
    }
}
