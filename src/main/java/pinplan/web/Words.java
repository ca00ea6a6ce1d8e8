package pinplan.web;

import io.quarkus.qute.TemplateExtension;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What templates, and others, ask of a plain text. */
@TemplateExtension
public final class Words {
    private Words() {}

    /** Unicode code points, a line break as one: the way limits are counted, here and in the browser. */
    static int points(String text) {
        var typed = text.replace("\r\n", "\n");
        return typed.codePointCount(0, typed.length());
    }

    /** So many code points of it, and that there is more. */
    public static String clip(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    /** A textarea swallows a line break that comes first; so it is given one to swallow. */
    static String kept(String text) {
        return text.startsWith("\n") || text.startsWith("\r") ? "\n" + text : text;
    }

    static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .limit(2)
                .filter(word -> !word.isEmpty())
                .map(word -> new String(Character.toChars(word.codePointAt(0))).toUpperCase())
                .collect(Collectors.joining());
    }
}
