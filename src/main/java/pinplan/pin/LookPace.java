package pinplan.pin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How often a member may have pages looked at: each look asks a server elsewhere in our name, and somebody waits here as long
 * as it likes. Each replica counts for itself.
 */
@ApplicationScoped
class LookPace {
    static final int MOST_AT_ONCE = 2;

    /** More than some people plan in that time, and too few to find out what else is on a network. */
    static final int MOST = 20;

    static final Duration WITHIN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<Long, Looks> members = new HashMap<>();

    LookPace(Clock clock) {
        this.clock = clock;
    }

    private static final class Looks {
        private final Deque<Instant> begun = new ArrayDeque<>();
        private int running;

        boolean over(Instant since) {
            while (!begun.isEmpty() && !begun.peekFirst().isAfter(since)) {
                begun.removeFirst();
            }
            return running == 0 && begun.isEmpty();
        }
    }

    /** Looks, unless that is too much. */
    <T> T keep(Long member, Supplier<T> look) {
        begin(member);
        try {
            return look.get();
        } finally {
            end(member);
        }
    }

    private synchronized void begin(Long member) {
        Instant now = clock.instant();
        members.values().removeIf(looks -> looks.over(now.minus(WITHIN)));
        Looks looks = members.computeIfAbsent(member, first -> new Looks());
        if (looks.running >= MOST_AT_ONCE) {
            throw new Refused(
                    "link",
                    "%d pages are being looked at for you already. Wait for them, and press again."
                            .formatted(MOST_AT_ONCE));
        }
        if (looks.begun.size() >= MOST) {
            throw new Refused(
                    "link",
                    "%d pages were looked at for you within %d minutes, which is the most. Wait a little, and press again."
                            .formatted(MOST, WITHIN.toMinutes()));
        }
        looks.running++;
        looks.begun.addLast(now);
    }

    private synchronized void end(Long member) {
        members.get(member).running--;
    }
}
