package pinplan.publishing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whose turn it is to be sent for, within one tick: no workspace keeps the others waiting, and none has two requests under
 * way. Those who look for the next one do so one after the other, and each sees what the one before it found.
 */
final class Round {
    /** What is made ready for being sent is under way too, for no workspace. */
    static final long PREPARATION = 0;
    /** Nor is known whose turn it will be while the next one is looked for. */
    static final long CLAIM = -1;

    private static final long A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Set<Long> busy = new HashSet<>();
    private final Set<Long> served = new HashSet<>();
    private final Set<Long> spent = new HashSet<>();
    private final Set<Long> spentAhead = new HashSet<>();
    private final Object searching = new Object();
    private int preparations;
    private int claims;
    private int news;
    private long since = System.nanoTime();

    /** One search for what is next, and what becomes of it: the workspace is busy until its claim failed or was answered. */
    final class Turn implements AutoCloseable {
        private Long workspace;
        private boolean failed = true;
        private boolean claimed;

        private Turn() {}

        /** Nobody else looks meanwhile. Whether it is claimed for or has to wait, the others come first from now on. */
        Optional<Due.First> find(Function<Round, Optional<Due.First>> search) {
            synchronized (searching) {
                Optional<Due.First> found = search.apply(Round.this);
                found.ifPresent(first -> {
                    workspace = first.workspaceId();
                    found(workspace);
                });
                return found;
            }
        }

        /** @param claimed whoever sends says when that has ended */
        void ends(boolean claimed) {
            failed = false;
            this.claimed = claimed;
        }

        /** See {@link Round#full}. */
        void full(boolean ahead) {
            Round.this.full(workspace, ahead);
        }

        @Override
        public void close() {
            if (workspace != null && !claimed) {
                letGo(workspace, failed);
            }
        }
    }

    Turn turn() {
        return new Turn();
    }

    private synchronized void found(long workspace) {
        served.add(workspace);
        busy.add(workspace);
    }

    /** No news to whoever looked: nobody else could have claimed anything of it. What failed is not tried again at once. */
    private synchronized void letGo(long workspace, boolean failed) {
        busy.remove(workspace);
        if (failed) {
            spent.add(workspace);
        }
    }

    /** Its request budget has no room, or none for what is handed over ahead: it is not looked at again for a while. */
    private synchronized void full(long workspace, boolean ahead) {
        (ahead ? spentAhead : spent).add(workspace);
    }

    /** Something for it is under way. */
    synchronized void begun(long whose) {
        if (whose == PREPARATION) {
            preparations++;
        } else if (whose == CLAIM) {
            claims++;
        } else {
            busy.add(whose);
        }
    }

    synchronized void ended(long whose) {
        news += whose == CLAIM ? 0 : 1;
        if (whose == PREPARATION) {
            preparations--;
        } else if (whose == CLAIM) {
            claims--;
        } else {
            busy.remove(whose);
        }
    }

    synchronized int preparations() {
        return preparations;
    }

    synchronized int claims() {
        return claims;
    }

    /** Requests and preparations; a claim is of a request, or of nothing. */
    synchronized int underWay() {
        return busy.size() + preparations;
    }

    /** How often something ended after which there may be more to claim: who looked before that has not seen it. */
    synchronized int news() {
        return news;
    }

    synchronized boolean busy() {
        return underWay() + claims > 0;
    }

    /** Everyone had a turn. */
    synchronized boolean again() {
        boolean any = !served.isEmpty();
        served.clear();
        return any;
    }

    /** While answers take long, budgets fill again and more becomes due. */
    synchronized boolean aSecondHasPassed() {
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
    synchronized Long[] closed() {
        return either(busy, spent);
    }

    /** Nothing is claimed for these unless it is near its time. */
    synchronized Long[] waiting() {
        return either(served, spentAhead);
    }

    /** However many they are, it is the same statement to PostgreSQL. */
    private static Long[] either(Set<Long> some, Set<Long> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toArray(Long[]::new);
    }
}
