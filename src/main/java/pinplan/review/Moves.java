package pinplan.review;

import java.time.Duration;
import java.time.Instant;

/** Which moves in time an approval outlives. */
public enum Moves {
    FREE("Any move keeps the approval", false),
    WITHIN("A move within this many days of the approved time keeps it", true),
    ALWAYS("Every move needs a new approval", false);

    private final String words;
    private final boolean counted;

    Moves(String words, boolean counted) {
        this.words = words;
        this.counted = counted;
    }

    public String words() {
        return words;
    }

    /** Whether it takes a number of days. */
    public boolean counted() {
        return counted;
    }

    /** @param approvedFor null where it had no time: the first one is no move, but to those who approve every time */
    boolean outlives(Instant approvedFor, Instant at, int days) {
        if (at == null || at.equals(approvedFor)) {
            return true;
        }
        return switch (this) {
            case FREE -> true;
            case WITHIN ->
                approvedFor == null || Duration.between(approvedFor, at).abs().compareTo(Duration.ofDays(days)) <= 0;
            case ALWAYS -> false;
        };
    }
}
