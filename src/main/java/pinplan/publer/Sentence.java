package pinplan.publer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the one sentence in an answer that tells a person what is wrong. There is no machine code to go by. */
final class Sentence {
    private static final int CAP = 500;
    private static final Pattern TITLE =
            Pattern.compile("<(title|h1)[^>]*>(.*?)</\\1", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HTML =
            Pattern.compile("^\\s*<(!doctype|html|head|body|center)", Pattern.CASE_INSENSITIVE);

    private Sentence() {}

    /** Publer's own words in a JSON body: {@code errors}, {@code error}, {@code message}; null when there are none. */
    static String in(JsonNode body) {
        for (JsonNode node : new JsonNode[] {body, Lenient.peel(body)}) {
            for (String field : new String[] {"errors", "error", "message"}) {
                String said = words(node.path(field));
                if (said != null) {
                    return cap(said);
                }
            }
        }
        return null;
    }

    /** A sentence for any body at all. */
    static String of(int status, String body) {
        String said = in(Lenient.parse(body));
        if (said != null) {
            return said;
        }
        if (body == null || body.isBlank()) {
            return "Publer answered " + status + " without a word.";
        }
        if (HTML.matcher(body).find()) {
            Matcher title = TITLE.matcher(body);
            String named = title.find() ? plain(title.group(2)) : "";
            return "A gateway before Publer answered " + status + " with a page instead of data"
                    + (named.isEmpty() ? "." : ": “" + cap(named) + "”.");
        }
        return cap(plain(body));
    }

    /** Whether the body says why, in Publer's own JSON. */
    static boolean readable(String body) {
        return in(Lenient.parse(body)) != null;
    }

    private static String words(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().isBlank() ? null : node.textValue().strip();
        }
        if (node.isArray()) {
            List<String> all = new ArrayList<>();
            node.forEach(each -> {
                String said = words(each);
                if (said != null) {
                    all.add(said);
                }
            });
            return all.isEmpty() ? null : String.join(" ", all);
        }
        if (node.isObject() && !node.isEmpty()) {
            String said = words(node.path("message"));
            return said == null ? node.toString() : said;
        }
        return null;
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private static String cap(String text) {
        return text.length() <= CAP ? text : text.substring(0, CAP - 1) + "…";
    }
}
