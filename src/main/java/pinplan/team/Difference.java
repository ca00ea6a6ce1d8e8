package pinplan.team;

import java.util.List;
import java.util.Objects;

/** One thing that is not as it was, as people read it; empty: nothing. */
public record Difference(String field, String before, String after) {
    public static void add(List<Difference> all, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            all.add(new Difference(field, text(before), text(after)));
        }
    }

    private static String text(Object value) {
        return value == null ? "" : value instanceof Boolean yes ? (yes ? "yes" : "no") : value.toString();
    }
}
