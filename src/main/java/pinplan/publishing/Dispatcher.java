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
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.pin.Publishing;
import pinplan.publer.Lane;
import pinplan.publer.Outcome;
import pinplan.publer.PublerGateway;
import pinplan.publishing.Claims.Claimed;
import pinplan.publishing.Claims.Intent;
import pinplan.publishing.Claims.Taken;
import pinplan.web.Ticks;

/** Sends what is due: claim, commit, call, settle. Workspaces don't wait for each other's answers. */
@ApplicationScoped
public class Dispatcher {
    /** So much is under way at a time: one request for each workspace, and the preparations. */
    private static final int UNDER_WAY = 12;
    /** A large video holds up one of these, and not what else has to be made ready. */
    private static final int PREPARATIONS = 2;

    /** As long as Publer may take for an answer, and a little for writing it down. */
    private static final Duration LAST_WORD = Duration.ofSeconds(35);

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final DatabaseClock clock;
    private final Preparation preparation;
    private final Claims claims;
    private final PublerGateway publer;
    private final Ticks ticks;
    private final ManagedExecutor threads;
    private final ReentrantLock atWork = new ReentrantLock();
    private volatile boolean ending;

    Dispatcher(
            DatabaseClock clock,
            Preparation preparation,
            Claims claims,
            PublerGateway publer,
            Ticks ticks,
            ManagedExecutor threads) {
        this.clock = clock;
        this.preparation = preparation;
        this.claims = claims;
        this.publer = publer;
        this.ticks = ticks;
        this.threads = threads;
    }

    /** Ends when nothing is due and everything that was sent is answered and written down. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        atWork.lock();
        try {
            sendWhatIsDue();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            atWork.unlock();
        }
        beat();
    }

    private void sendWhatIsDue() throws InterruptedException {
        Round round = new Round();
        BlockingQueue<Over> over = new LinkedBlockingQueue<>();
        try {
            beginPreparations(round, over);
            boolean more = true;
            while (more || round.underWay() > 0) {
                more = !ending && round.underWay() < UNDER_WAY && sendNext(round, over);
                Over one = more || round.underWay() == 0 ? over.poll() : over.poll(1, TimeUnit.SECONDS);
                if (one != null) {
                    round.ended(one.whose());
                    more = true;
                }
                if (one != null && one.more() || round.aSecondHasPassed()) {
                    beginPreparations(round, over);
                    beat();
                }
            }
        } finally {
            // Nothing that is under way is left behind, whatever went wrong here.
            while (round.underWay() > 0) {
                round.ended(over.take().whose());
            }
        }
    }

    private void beat() {
        ticks.beat("dispatcher", clock.now());
    }

    private void beginPreparations(Round round, BlockingQueue<Over> over) {
        while (!ending && round.preparations() < PREPARATIONS) {
            begin(Round.PREPARATION, preparation::next, round, over);
        }
    }

    /** What was under way and has ended; {@code more} where it pays to ask for the same again. */
    private record Over(long whose, boolean more) {}

    private void begin(long whose, BooleanSupplier work, Round round, BlockingQueue<Over> over) {
        threads.execute(() -> {
            boolean more = false;
            try {
                more = work.getAsBoolean();
            } catch (RuntimeException unforeseen) {
                // Whatever was being sent is in doubt now, and the reconciler finds it; what was being prepared waits.
                LOG.error("Sending failed", unforeseen);
            } finally {
                over.add(new Over(whose, more));
            }
        });
        round.begun(whose);
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
    private boolean sendNext(Round round, BlockingQueue<Over> over) {
        try {
            Taken taken = claims.next(round);
            Claimed claim = taken.claim();
            if (claim != null) {
                begin(claim.workspaceId(), () -> send(claim), round, over);
            }
            return taken.any() || round.again();
        } catch (Stuck stuck) {
            LOG.errorf(stuck, "A claim failed");
            return putOff(stuck);
        } catch (RuntimeException unforeseen) {
            LOG.error("Claiming failed", unforeseen);
            return false;
        }
    }

    private boolean putOff(Stuck stuck) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> Publication.locked(stuck.publicationIds()).stream()
                            .filter(publication -> publication.state() == Publishing.PENDING)
                            .forEach(publication -> stuck.putOff(publication, clock.read())));
            return true;
        } catch (RuntimeException unforeseen) {
            LOG.error("Putting a publication off failed", unforeseen);
            return false;
        }
    }

    private boolean send(Claimed claim) {
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
        return false;
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
