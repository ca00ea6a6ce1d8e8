package pinplan.link;

import jakarta.persistence.Embeddable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import pinplan.web.Errors;

/** The tags that a team puts on links, one per line: utm_source=pinterest. */
@Embeddable
public class Tagging {
    private static final int MOST = 20;
    private static final int LONGEST = 2000;

    private String tags = "";
    /** Whether they take the place of what a link says already; else that stays. */
    private boolean tagsReplace;

    protected Tagging() {}

    private Tagging(String tags, boolean replace) {
        this.tags = tags;
        tagsReplace = replace;
    }

    public static Tagging none() {
        return new Tagging();
    }

    /** What is wrong with it is said beside the field. */
    public static Tagging read(String field, String typed, boolean replace, Errors errors) {
        String text = typed == null ? "" : typed.replace("\r\n", "\n").strip();
        Tagging tagging = new Tagging(text, replace);
        if (text.length() > LONGEST || tagging.all().size() > MOST) {
            errors.add(field, "At most %d tags, with %,d characters in all.".formatted(MOST, LONGEST));
        }
        Set<String> names = new HashSet<>();
        for (String line : lines(text)) {
            String refusal = refusal(line, names);
            if (refusal != null) {
                errors.add(field, "“%s”: %s".formatted(line, refusal));
            }
        }
        return tagging;
    }

    private static String refusal(String line, Set<String> names) {
        if (!line.matches("[A-Za-z0-9_.~-]{1,100}=[^\\x00]+")) {
            return "write a name, an equals sign and a value, such as utm_source=pinterest.";
        }
        Tag tag = tag(line);
        if (!names.add(tag.name())) {
            return "this name stands here twice.";
        }
        return tag.stranger() == null ? null : "there is no %s. There are %s.".formatted(tag.stranger(), Token.all());
    }

    /** On a link that leads nowhere there is nothing to put. */
    public String on(String link, Tagged pin) {
        if (link.isEmpty()) {
            return link;
        }
        Pieces pieces = Pieces.of(link);
        for (Tag tag : all()) {
            String value = tag.on(pin);
            if (value == null) {
                continue;
            }
            if (!pieces.has(tag.name())) {
                pieces = pieces.and(tag.name(), value);
            } else if (tagsReplace) {
                pieces = pieces.instead(tag.name(), value);
            }
        }
        return pieces.toString();
    }

    private List<Tag> all() {
        return lines(tags).stream()
                .filter(line -> line.contains("="))
                .map(Tagging::tag)
                .toList();
    }

    private static List<String> lines(String tags) {
        return tags.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Tag tag(String line) {
        int equals = line.indexOf('=');
        return new Tag(line.substring(0, equals), line.substring(equals + 1).strip());
    }

    public String text() {
        return tags;
    }

    public boolean replace() {
        return tagsReplace;
    }

    /** In words, for who reads what was changed. */
    public String told() {
        return told(tags, tagsReplace);
    }

    /** The same of what was only typed. */
    public static String told(String tags, boolean replace) {
        return tags.isEmpty()
                ? "none"
                : String.join(", ", lines(tags)) + (replace ? " (in place of what is there)" : "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tagging that && tags.equals(that.tags) && tagsReplace == that.tagsReplace;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tags, tagsReplace);
    }
}
