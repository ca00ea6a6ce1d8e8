package pinplan.calendar;

import java.util.List;
import java.util.stream.Collectors;
import pinplan.team.Workspace;

/**
 * How full a day is: planned pins of each account, most first, against what one account may have in a day. A pin that
 * has no account yet counts as one account of its own.
 */
public record Load(List<Long> counts, int cap) {
    private static final int SAID = 3;

    /** Of the day that these cells are. */
    static Load of(Counts counts, int first, int until, Workspace workspace) {
        return new Load(counts.planned(first, until), workspace.dailyCap);
    }

    public boolean any() {
        return !counts.isEmpty();
    }

    /** 3 of 36; with several accounts 3 + 1 of 36. */
    public String words() {
        String said = counts.stream().limit(SAID).map(String::valueOf).collect(Collectors.joining(" + "));
        return said + (counts.size() > SAID ? " + …" : "") + " of " + cap;
    }

    /** What is counted, for who wonders. */
    public String told() {
        return "Pins of this day%s; one account may have %d a day"
                .formatted(counts.size() > 1 ? ", account by account" : "", cap);
    }

    public boolean high() {
        return any() && counts.get(0) * 10 >= cap * 9L;
    }
}
