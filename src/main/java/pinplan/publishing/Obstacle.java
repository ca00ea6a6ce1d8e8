package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import pinplan.pin.Pin;
import pinplan.publer.Lane;
import pinplan.publer.Outcome;

/**
 * Why it does not go on: what Publer answered, why it is not asked, or where there is no place for a pin any more. The same cause
 * has the same class, whoever meets it.
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

    /** What would stop it at the claim, as its account and board are now; null: nothing. */
    static Obstacle to(Pin pin) {
        if (pin.account() == null || pin.board() == null) {
            return null;
        }
        if (!pin.account().live()) {
            return new Obstacle(Fault.ACCOUNT, "%s is no longer connected in Publer.".formatted(pin.account().name));
        }
        if (pin.account().locked) {
            return new Obstacle(
                    Fault.ACCOUNT, "Publer says that %s must be connected again.".formatted(pin.account().name));
        }
        return pin.board().live()
                ? null
                : new Obstacle(Fault.BOARD, "the board “%s” is no longer there.".formatted(pin.board().name));
    }

    /** For callers without a transaction. */
    static Obstacle ofLane(long laneId, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> of(Lane.<Lane>findById(laneId), now));
    }
}
