package pinplan.calendar;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import pinplan.web.Formats;
import pinplan.web.Habits;

/**
 * Hours of the night in which nothing stands: one low row, until a person opens it.
 *
 * @param last the last of the hours
 */
public record Fold(String name, int first, int last) {
    /** From breakfast to bedtime: what most people plan for is always there. */
    private static final int MORNING = 7;

    private static final int NIGHT = 22;
    private static final int HOURS = 24;

    /** @param busy whether something stands in an hour of any of the days */
    static Optional<Fold> early(IntPredicate busy) {
        int end = IntStream.range(0, MORNING).filter(busy).findFirst().orElse(MORNING);
        return between(new Fold("early", 0, end - 1));
    }

    static Optional<Fold> late(IntPredicate busy) {
        int last = IntStream.range(NIGHT, HOURS).filter(busy).max().orElse(NIGHT - 1);
        return between(new Fold("late", last + 1, HOURS - 1));
    }

    /** One hour by itself is as low as a fold. */
    private static Optional<Fold> between(Fold fold) {
        return fold.last > fold.first ? Optional.of(fold) : Optional.empty();
    }

    boolean covers(int hour) {
        return hour >= first && hour <= last;
    }

    /** 00–06, or 12–6 AM: never over noon */
    public String words() {
        return Habits.inForce().twelveHours()
                ? Formats.hour(first).split(" ")[0] + "–" + Formats.hour(last)
                : "%02d–%02d".formatted(first, last);
    }
}
