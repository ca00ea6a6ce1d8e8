package pinplan.change;

import java.util.ArrayList;
import java.util.List;
import pinplan.web.Flash;

/** What became of the pins of a workspace that went to another zone, or back. */
final class Rezoned {
    private final String begin;
    private final String one;
    private final String many;
    private final Long changes;
    private final List<String> refusals = new ArrayList<>();
    private int pins;

    /** @param one what it did that followed: 1 pin keeps its clock time; many: 7 pins keep theirs */
    Rezoned(String begin, String one, String many, Long changes) {
        this.begin = begin;
        this.one = one;
        this.many = many;
        this.changes = changes;
    }

    void followed() {
        pins++;
    }

    void stayed(String name, String why) {
        refusals.add("“%s”: %s".formatted(name, why));
    }

    Long changes() {
        return changes;
    }

    String words() {
        String all = "%s %s.".formatted(begin, pins == 1 ? "1 pin " + one : pins + " pins " + many);
        if (refusals.isEmpty()) {
            return all;
        }
        return all + " At the same moment as before: " + Flash.some(refusals);
    }
}
