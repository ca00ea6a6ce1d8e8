package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.publer.Lane;
import pinplan.publer.Outcome;
import pinplan.publer.PublerGateway;
import pinplan.publishing.Claims.Claimed;
import pinplan.publishing.Claims.Intent;

/** Sends what is claimed, once, and writes down what Publer answered. */
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);

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
            QuarkusTransaction.requiringNew().run(() -> {
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
            QuarkusTransaction.requiringNew().run(() -> settle(List.of(intent), outcome));
        } catch (RuntimeException unforeseen) {
            LOG.errorf(unforeseen, "The answer for publication %d is not written down", intent.publicationId());
        }
    }

    /** @return when, by the database's clock */
    private Instant settle(List<Intent> intents, Outcome<String> outcome) {
        Instant now = clock.readAfter(
                Publication.LOCK,
                Batch.of(intents.stream().map(Intent::publicationId).toList()));
        Attempt.all(intents.stream().map(Intent::attemptId).toList())
                .forEach(attempt -> Receipt.of(attempt.publication, attempt, outcome, now));
        return now;
    }
}
