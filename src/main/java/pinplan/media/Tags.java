package pinplan.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pinplan.web.Errors;
import pinplan.web.Typed;

/** Words by which media are found again, typed with commas between them. However one is typed, it is one tag. */
final class Tags {
    static final int MOST = 20;
    static final int LENGTH = 40;

    private Tags() {}

    static List<String> read(String typed, Errors errors) {
        List<String> tags = Arrays.stream(
                        Typed.line("tags", typed, errors).text().split(",", -1))
                .map(Tags::plain)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > MOST) {
            errors.add("tags", "Use at most %d tags; these are %d.".formatted(MOST, tags.size()));
        }
        for (String tag : tags) {
            int length = tag.codePointCount(0, tag.length());
            if (length > LENGTH) {
                errors.add("tags", "A tag has at most %d characters; “%s” has %d.".formatted(LENGTH, tag, length));
            }
        }
        return tags;
    }

    /** As it is kept: in small letters, with one blank between its words. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
