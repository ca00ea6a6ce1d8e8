package pinplan.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a file that a player asks for: {@code bytes=100-199}, {@code bytes=100-} or {@code bytes=-100}. */
record ByteRange(long first, long last) {
    /** Asked for, but not in this file. */
    static final ByteRange OUTSIDE = new ByteRange(-1, -1);

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    /** Null where the whole file is the answer: nothing asked, several parts, or something unreadable. */
    static ByteRange of(String header, long size) {
        Matcher range = header == null ? null : ONE.matcher(header.strip());
        if (range == null || !range.matches()) {
            return null;
        }
        String from = range.group(1);
        String to = range.group(2);
        if (from.isEmpty() && to.isEmpty()) {
            return null;
        }
        long first = from.isEmpty() ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
        long last = from.isEmpty() || to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
        if (!to.isEmpty() && !from.isEmpty() && Long.parseLong(to) < first) {
            return null;
        }
        return first > last ? OUTSIDE : new ByteRange(first, last);
    }

    long length() {
        return last - first + 1;
    }
}
