package pinplan.publishing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whose turn it is to be sent for, within one tick: no workspace keeps the others waiting. */
final class Round {
    static final long NOBODY = -1;
    /** What is made ready for being sent is under way too, for no workspace. */
    static final long PREPARATION = 0;

    private final Set<Long> full = new HashSet<>();
    private final Set<Long> busy = new HashSet<>();
    private final Set<Long> served = new HashSet<>();

    /** Its request budget is spent: it is not looked at again in this tick. */
    void full(Long workspace) {
        full.add(workspace);
    }

    /** A request for it is under way. */
    void begun(long workspace) {
        busy.add(workspace);
        if (workspace != PREPARATION) {
            served.add(workspace);
        }
    }

    void ended(long workspace) {
        busy.remove(workspace);
    }

    boolean preparing() {
        return busy.contains(PREPARATION);
    }

    int underWay() {
        return busy.size();
    }

    /** Everyone had a turn. */
    boolean again() {
        boolean any = !served.isEmpty();
        served.clear();
        return any;
    }

    /** Nothing is claimed for these, never mind how urgent. */
    Collection<Long> closed() {
        return of(full, busy);
    }

    /** Nothing is claimed for these unless it is near its time. */
    Collection<Long> waiting() {
        return of(served);
    }

    /** An empty list is no list to PostgreSQL. */
    @SafeVarargs
    private static Collection<Long> of(Set<Long>... sets) {
        Set<Long> all = new HashSet<>(List.of(NOBODY));
        for (Set<Long> set : sets) {
            all.addAll(set);
        }
        return all;
    }
}
