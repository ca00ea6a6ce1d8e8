package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionRunnerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.database.Patience;
import pinplan.publer.Lane;
import pinplan.publer.Outcome;
import pinplan.publer.PublerGateway;
import pinplan.publishing.Claims.Claimed;
import pinplan.publishing.Claims.Intent;

/** Sends what is claimed, once, and writes down what Publer answered. */
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);

    /** Longer than whatever else may have the pins: an answer that is not written down leaves an outcome unknown. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final DatabaseClock clock;
    private final PublerGateway publer;

    Sender(DatabaseClock clock, PublerGateway publer) {
        this.clock = clock;
        this.publer = publer;
    }

    void send(Claimed claim) {
        Outcome<String> outcome = claim.now()
                ? publer.publishNow(claim.access(), claim.body(), claim.deadlineNanos())
                : publer.schedule(claim.access(), claim.body(), claim.deadlineNanos());
        long lane = claim.access().laneId();
        try {
            patiently().run(() -> {
                Instant now = settle(claim.intents(), outcome);
                Lane.locked(lane).hear(outcome, now);
            });
        } catch (RuntimeException unforeseen) {
            LOG.error("Writing an answer down failed; once more, for each by itself", unforeseen);
            claim.intents().forEach(intent -> settleAlone(intent, outcome));
            Lane.heard(lane, outcome, clock.now());
        }
    }

    private void settleAlone(Intent intent, Outcome<String> outcome) {
        try {
            patiently().run(() -> settle(List.of(intent), outcome));
        } catch (RuntimeException unforeseen) {
            LOG.errorf(unforeseen, "The answer for publication %d is not written down", intent.publicationId());
        }
    }

    private static TransactionRunnerOptions patiently() {
        return QuarkusTransaction.requiringNew().timeout((int) PATIENCE.toSeconds());
    }

    /** @return when, by the database's clock */
    private Instant settle(List<Intent> intents, Outcome<String> outcome) {
        Patience.of(PATIENCE);
        Instant now = clock.readAfter(
                Publication.LOCK,
                Batch.of(intents.stream().map(Intent::publicationId).toList()));
        Attempt.all(intents.stream().map(Intent::attemptId).toList())
                .forEach(attempt -> Receipt.of(attempt.publication, attempt, outcome, now));
        return now;
    }
}
