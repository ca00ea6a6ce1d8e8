package pinplan.pin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How often a member may have something asked of servers elsewhere in our name, while somebody waits here as long as these
 * like. Each replica counts for itself.
 */
abstract class Pace {
    static final int MOST_AT_ONCE = 2;

    static final Duration WITHIN = Duration.ofMinutes(10);

    private final String field;
    private final String running;
    private final String begun;
    private final int most;
    private final Clock clock;
    private final Map<Long, Asked> members = new HashMap<>();

    /**
     * @param running that so many are under way
     * @param begun that so many were within so many minutes
     */
    Pace(String field, String running, String begun, int most, Clock clock) {
        this.field = field;
        this.running = running;
        this.begun = begun;
        this.most = most;
        this.clock = clock;
    }

    interface Asking<T, E extends Exception> {
        T answer() throws E;
    }

    private static final class Asked {
        private final Deque<Instant> begun = new ArrayDeque<>();
        private int running;

        boolean over(Instant since) {
            while (!begun.isEmpty() && !begun.peekFirst().isAfter(since)) {
                begun.removeFirst();
            }
            return running == 0 && begun.isEmpty();
        }
    }

    /** Asks, unless that is too much. */
    <T, E extends Exception> T keep(Long member, Asking<T, E> asking) throws E {
        begin(member);
        try {
            return asking.answer();
        } finally {
            end(member);
        }
    }

    private synchronized void begin(Long member) {
        Instant now = clock.instant();
        members.values().removeIf(asked -> asked.over(now.minus(WITHIN)));
        Asked asked = members.computeIfAbsent(member, first -> new Asked());
        if (asked.running >= MOST_AT_ONCE) {
            throw new Refused(field, running.formatted(MOST_AT_ONCE) + " Wait for them, and press again.");
        }
        if (asked.begun.size() >= most) {
            throw new Refused(
                    field,
                    begun.formatted(most, WITHIN.toMinutes()) + ", which is the most. Wait a little, and press again.");
        }
        asked.running++;
        asked.begun.addLast(now);
    }

    private synchronized void end(Long member) {
        members.get(member).running--;
    }
}
