package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.pin.Publishing;
import pinplan.publer.Lane;
import pinplan.publer.Outcome;
import pinplan.publer.PublerGateway;
import pinplan.publishing.Claims.Claimed;
import pinplan.publishing.Claims.Taken;
import pinplan.web.Ticks;

/** Sends what is due: claim, commit, call, settle. */
@ApplicationScoped
public class Dispatcher {
    /** One tick ends some time, so that the clock is read again. */
    private static final int AT_ONCE = 200;

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final DatabaseClock clock;
    private final Preparation preparation;
    private final Claims claims;
    private final PublerGateway publer;
    private final Ticks ticks;

    Dispatcher(DatabaseClock clock, Preparation preparation, Claims claims, PublerGateway publer, Ticks ticks) {
        this.clock = clock;
        this.preparation = preparation;
        this.claims = claims;
        this.publer = publer;
        this.ticks = ticks;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        Set<Long> full = new HashSet<>();
        boolean more = true;
        for (int i = 0; i < AT_ONCE && more; i++) {
            // By turns: no due pin waits for all the uploads of others.
            boolean prepared = preparation.next();
            more = sendNext(full) || prepared;
        }
        ticks.beat("dispatcher", clock.now());
    }

    /** @return whether it is worth asking for more in this tick */
    private boolean sendNext(Set<Long> full) {
        try {
            return sendOne(full);
        } catch (Stuck stuck) {
            LOG.errorf(stuck, "A claim failed");
            QuarkusTransaction.requiringNew().run(() -> putOff(stuck.publicationId(), clock.read()));
            return true;
        } catch (RuntimeException unforeseen) {
            // Whatever was being sent is in doubt now; the reconciler finds it.
            LOG.error("Sending failed", unforeseen);
            return false;
        }
    }

    private static void putOff(long publicationId, Instant now) {
        Publication publication = Publication.locked(publicationId);
        if (publication != null && publication.state() == Publishing.PENDING) {
            publication.tryLater(Fault.UNKNOWN, Stuck.SENTENCE, now);
        }
    }

    private boolean sendOne(Set<Long> full) {
        Taken taken = claims.next(full);
        if (taken.full() != null) {
            full.add(taken.full());
        }
        if (taken.claim() != null) {
            send(taken.claim());
        }
        return taken.any();
    }

    private void send(Claimed claim) {
        Outcome<String> outcome = claim.now()
                ? publer.publishNow(claim.access(), claim.body(), claim.deadlineNanos())
                : publer.schedule(claim.access(), claim.body(), claim.deadlineNanos());
        Lane.heard(claim.access().laneId(), outcome, clock.now());
        QuarkusTransaction.requiringNew().run(() -> settle(claim, outcome, clock.read()));
    }

    private void settle(Claimed claim, Outcome<String> outcome, Instant now) {
        Publication publication = Publication.locked(claim.publicationId());
        if (publication == null) {
            return;
        }
        Attempt attempt = Attempt.findById(claim.attemptId());
        boolean ours = attempt.isOpen
                && (publication.state() == Publishing.SENDING || publication.state() == Publishing.IN_DOUBT);
        attempt.answered(name(outcome), outcome.evidence(), now);
        if (!ours) {
            return;
        }
        switch (attempt.outcome) {
            case ACCEPTED -> publication.accepted(outcome.value().orElseThrow(), now);
            case NO_EFFECT -> publication.tryLater(Fault.UNREACHABLE, outcome.sentence(), now);
            case THROTTLED -> publication.pendingAgain(Fault.LIMIT, outcome.sentence(), until(outcome, now), now);
            case DENIED -> publication.pendingAgain(Fault.CONFIGURATION, outcome.sentence(), now.plusSeconds(60), now);
            case REFUSED -> {
                publication.inDoubt(outcome.sentence(), now, now);
                publication.refused = true;
            }
            default -> publication.inDoubt(outcome.sentence(), now.plusSeconds(30), now);
        }
    }

    private static Attempt.Outcome name(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Answered) {
            return Attempt.Outcome.ACCEPTED;
        } else if (outcome instanceof Outcome.NoEffect) {
            return Attempt.Outcome.NO_EFFECT;
        } else if (outcome instanceof Outcome.Throttled) {
            return Attempt.Outcome.THROTTLED;
        } else if (outcome instanceof Outcome.Denied || outcome instanceof Outcome.Busy) {
            return Attempt.Outcome.DENIED;
        } else if (outcome instanceof Outcome.Refused) {
            return Attempt.Outcome.REFUSED;
        }
        return Attempt.Outcome.UNKNOWN;
    }

    private static Instant until(Outcome<?> outcome, Instant now) {
        Instant said = outcome instanceof Outcome.Throttled<?> throttled ? throttled.until() : null;
        return said == null ? now.plusSeconds(120) : said;
    }
}
