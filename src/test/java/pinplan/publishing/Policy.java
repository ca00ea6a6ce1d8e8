package pinplan.publishing;

import java.time.Instant;
import java.util.function.Function;
import pinplan.pin.Publishing;

/** What is done about an outcome that is not known: ours, and three that others use, which the simulation has to find wanting. */
enum Policy {
    OURS(SimulatedPublication::new),
    /** The queue's way: whoever claimed it did not come back, so it is given to the next. */
    LEASE_EXPIRED_SEND_AGAIN(world -> new SimulatedPublication(world) {
        @Override
        void abandoned(Instant now) {
            sendAgain(this, now);
        }

        @Override
        void inDoubt(String sentence, Instant firstLook, Instant now) {
            sendAgain(this, now);
        }
    }),
    LOOK_ONCE_ELSE_SEND_AGAIN(world -> new SimulatedPublication(world) {
        @Override
        void looked(Instant now) {
            if (state() == Publishing.IN_DOUBT && looks.count() > 0) {
                provedAbsent(now);
            }
        }
    }),
    NEVER_RETRY(world -> new SimulatedPublication(world) {
        @Override
        void abandoned(Instant now) {
            rejected(Fault.UNKNOWN, "It was stopped.", now);
        }

        @Override
        void inDoubt(String sentence, Instant firstLook, Instant now) {
            rejected(Fault.UNKNOWN, sentence, now);
        }

        @Override
        void tryLater(Fault why, String sentence, Instant now) {
            rejected(why, sentence, now);
        }
    });

    private final Function<Simulation, SimulatedPublication> order;

    Policy(Function<Simulation, SimulatedPublication> order) {
        this.order = order;
    }

    SimulatedPublication order(Simulation world) {
        return order.apply(world);
    }

    private static void sendAgain(SimulatedPublication publication, Instant now) {
        Attempt open = publication.openAttempt();
        if (open != null) {
            open.resolved(Attempt.Outcome.NO_EFFECT, now);
        }
        publication.pendingAgain(Fault.UNKNOWN, "", now, now);
    }
}
