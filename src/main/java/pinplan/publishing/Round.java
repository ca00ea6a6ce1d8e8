package pinplan.publishing;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Whose turn it is to be sent for, within one tick: no workspace keeps the others waiting. For one thread. */
final class Round {
    /** What is made ready for being sent is under way too, for no workspace. */
    static final long PREPARATION = 0;

    private static final long A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Set<Long> busy = new HashSet<>();
    private final Set<Long> served = new HashSet<>();
    private final Set<Long> spent = new HashSet<>();
    private final Set<Long> spentAhead = new HashSet<>();
    private int preparations;
    private long since = System.nanoTime();

    /** Its request budget has no room, or none for what is handed over ahead: it is not looked at again for a while. */
    void full(long workspace, boolean ahead) {
        (ahead ? spentAhead : spent).add(workspace);
    }

    /** Whether it was claimed for or had to wait, the others come first now. */
    void turn(long workspace) {
        served.add(workspace);
    }

    /** Something for it is under way. */
    void begun(long whose) {
        if (whose == PREPARATION) {
            preparations++;
        } else {
            busy.add(whose);
        }
    }

    void ended(long whose) {
        if (whose == PREPARATION) {
            preparations--;
        } else {
            busy.remove(whose);
        }
    }

    int preparations() {
        return preparations;
    }

    int underWay() {
        return busy.size() + preparations;
    }

    /** Everyone had a turn. */
    boolean again() {
        boolean any = !served.isEmpty();
        served.clear();
        return any;
    }

    /** While answers take long, budgets fill again and more becomes due. */
    boolean aSecondHasPassed() {
        long now = System.nanoTime();
        if (now - since < A_SECOND) {
            return false;
        }
        since = now;
        spent.clear();
        spentAhead.clear();
        return true;
    }

    /** Nothing is claimed for these, never mind how urgent. */
    Long[] closed() {
        return either(busy, spent);
    }

    /** Nothing is claimed for these unless it is near its time. */
    Long[] waiting() {
        return either(served, spentAhead);
    }

    /** However many they are, it is the same statement to PostgreSQL. */
    private static Long[] either(Set<Long> some, Set<Long> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toArray(Long[]::new);
    }
}
