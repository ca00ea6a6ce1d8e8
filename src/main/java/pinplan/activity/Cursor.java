package pinplan.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** After which line a page goes on: an offset would walk over all that stands before it. */
record Cursor(Instant at, long id) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})-([0-9]{1,18})");

    static Cursor after(Activity line) {
        return new Cursor(line.happenedAt, line.id);
    }

    /** Null where it is none. */
    static Cursor read(String text) {
        Matcher found = text == null ? null : FORM.matcher(text);
        return found == null || !found.matches()
                ? null
                : new Cursor(
                        Instant.EPOCH.plus(Long.parseLong(found.group(1)), ChronoUnit.MICROS),
                        Long.parseLong(found.group(2)));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
