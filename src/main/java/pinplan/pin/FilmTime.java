package pinplan.pin;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pinplan.media.Media;

/** A moment of a film, as people type and read it: 3.5 or 0:03.5. */
final class FilmTime {
    private static final Pattern TYPED = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,5})(?:[.,](\\d{1,3}))?");

    private FilmTime() {}

    /** Null for what is none. */
    static Long millis(String typed) {
        Matcher parts = TYPED.matcher(typed.strip());
        if (!parts.matches()) {
            return null;
        }
        long minutes = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        return (minutes * 60 + Long.parseLong(parts.group(2))) * 1_000
                + Long.parseLong((fraction + "000").substring(0, 3));
    }

    static String of(long millis) {
        String seconds = String.format(Locale.ROOT, "%02d.%03d", millis / 1_000 % 60, millis % 1_000);
        return millis / 60_000 + ":" + seconds.replaceFirst("\\.?0+$", "");
    }

    /** What a cover is, in words; empty for none. */
    static String words(Media picture, Long millis) {
        return millis != null
                ? (picture == null ? "the moment at " : "the frame at ") + of(millis)
                : picture == null ? "" : "“" + picture.called() + "”";
    }
}
