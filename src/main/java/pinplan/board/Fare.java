package pinplan.board;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import pinplan.database.DatabaseClock;
import pinplan.publer.Access;
import pinplan.publer.Evidence;
import pinplan.publer.Lane;
import pinplan.publer.Outcome;
import pinplan.publer.Reserve;

/** Each request to Publer is paid from its key's budget before it goes out, and the budget hears how it ended. */
@ApplicationScoped
class Fare {
    private final DatabaseClock clock;

    Fare(DatabaseClock clock) {
        this.clock = clock;
    }

    /** @param patience how long to wait for a free request; past it nothing is asked */
    <T> Outcome<T> ask(Access access, Reserve reserve, Duration patience, Supplier<Outcome<T>> request) {
        String refusal = pay(access.laneId(), reserve, patience);
        if (refusal != null) {
            return new Outcome.NoEffect<>(refusal, new Evidence("not sent", 0, null, null, null, null, Duration.ZERO));
        }
        Outcome<T> outcome = request.get();
        QuarkusTransaction.requiringNew()
                .run(() -> Lane.<Lane>findById(access.laneId()).hear(outcome, clock.read()));
        return outcome;
    }

    private String pay(long laneId, Reserve reserve, Duration patience) {
        long start = System.nanoTime();
        while (true) {
            Toll toll = QuarkusTransaction.requiringNew().call(() -> toll(laneId, reserve));
            Duration left = patience.minusNanos(System.nanoTime() - start);
            if (toll == null) {
                return null;
            }
            if (toll.free.isAfter(toll.now.plus(left))) {
                return toll.sentence();
            }
            rest(Duration.between(toll.now, toll.free));
        }
    }

    private Toll toll(long laneId, Reserve reserve) {
        Instant now = clock.read();
        Lane lane = Lane.findById(laneId);
        if (lane.spend(now, reserve)) {
            return null;
        }
        return new Toll(now, lane.freeAt(now, reserve), lane.paused(now) ? lane.pauseReason() : null);
    }

    private record Toll(Instant now, Instant free, String pauseReason) {
        String sentence() {
            return pauseReason == null
                    ? "Publer's request limit is reached. Try again in a minute or two."
                    : "Nothing is sent to Publer right now: " + pauseReason;
        }
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(Math.max(20, time.toMillis()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a free request", stop);
        }
    }
}
