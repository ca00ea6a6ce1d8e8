package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import pinplan.publer.Lane;
import pinplan.publer.Outcome;

/**
 * Why nothing is heard from Publer: what it answered, or why it is not asked. The same cause has the same class, whoever meets it.
 *
 * @param fault null: nothing is wrong, it only takes its time
 */
record Obstacle(Fault fault, String words) {
    private static final Obstacle NO_ROOM = new Obstacle(null, Waiting.ROOM);

    static Obstacle of(Outcome<?> outcome) {
        Fault fault = outcome instanceof Outcome.Throttled
                ? Fault.LIMIT
                : outcome instanceof Outcome.Denied ? Fault.CONFIGURATION : Fault.UNREACHABLE;
        return new Obstacle(fault, outcome.sentence());
    }

    static Obstacle of(Lane lane, Instant now) {
        if (!lane.paused(now)) {
            return NO_ROOM;
        }
        Fault fault = switch (lane.pauseKind()) {
            case THROTTLED -> Fault.LIMIT;
            case DENIED -> Fault.CONFIGURATION;
            case UNREACHABLE -> Fault.UNREACHABLE;
        };
        return new Obstacle(fault, lane.pauseReason());
    }

    /** For callers without a transaction. */
    static Obstacle ofLane(long laneId, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> of(Lane.<Lane>findById(laneId), now));
    }
}
