package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
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

    /** As long as Publer may take for an answer, and a little for writing it down. */
    private static final Duration LAST_WORD = Duration.ofSeconds(35);

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final DatabaseClock clock;
    private final Preparation preparation;
    private final Claims claims;
    private final PublerGateway publer;
    private final Ticks ticks;
    private final ReentrantLock atWork = new ReentrantLock();
    private volatile boolean ending;

    Dispatcher(DatabaseClock clock, Preparation preparation, Claims claims, PublerGateway publer, Ticks ticks) {
        this.clock = clock;
        this.preparation = preparation;
        this.claims = claims;
        this.publer = publer;
        this.ticks = ticks;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        atWork.lock();
        try {
            sendWhatIsDue();
        } finally {
            atWork.unlock();
        }
        ticks.beat("dispatcher", clock.now());
    }

    private void sendWhatIsDue() {
        Set<Long> full = new HashSet<>();
        boolean more = true;
        for (int i = 0; i < AT_ONCE && more && !ending; i++) {
            // By turns: no due pin waits for all the uploads of others.
            boolean prepared = preparation.next();
            more = !ending && sendNext(full) || prepared;
        }
    }

    /** An orderly end begins nothing more, and gives what was sent the time to be answered and written down. */
    void drain(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent shutdown)
            throws InterruptedException {
        ending = true;
        if (!atWork.tryLock(LAST_WORD.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Ended while something was being sent; it is looked up at Publer after the next start");
        }
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
        QuarkusTransaction.requiringNew().run(() -> {
            Publication publication = Publication.locked(claim.publicationId());
            if (publication != null) {
                Receipt.of(publication, Attempt.findById(claim.attemptId()), outcome, clock.read());
            }
        });
    }
}
