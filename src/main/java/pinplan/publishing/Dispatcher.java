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
    /** So many look for what is next: while one waits for the disk or for a lock, the other goes on. */
    private static final int CLAIMS = 2;

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
            while (more && !ending || round.busy()) {
                if (more) beginClaims(round, over);
                Over one = over.poll(1, TimeUnit.SECONDS);
                boolean second = round.aSecondHasPassed();
                boolean prepares = second;
                if (one != null) {
                    round.ended(one.whose());
                    boolean nothing = one.whose() == Round.CLAIM && !one.more() && round.news() == one.known();
                    more = !nothing || round.again();
                    prepares |= one.whose() == Round.PREPARATION && one.more();
                }
                // While answers and uploads take long, budgets fill again and more becomes due.
                more |= second;
                if (prepares) {
                    beginPreparations(round, over);
                    beat();
                }
            }
        } finally {
            // Nothing that is under way is left behind, whatever went wrong here.
            while (round.busy()) {
                round.ended(over.take().whose());
            }
        }
    }

    private void beat() {
        ticks.beat("dispatcher", clock.now());
    }

    private void beginClaims(Round round, BlockingQueue<Over> over) {
        while (!ending && round.claims() < CLAIMS && round.underWay() < UNDER_WAY) {
            int known = round.news();
            threads.execute(() -> claimAndSend(round, known, over));
            round.begun(Round.CLAIM);
        }
    }

    /**
     * What was under way and has ended.
     *
     * @param more where it pays to ask for the same again
     * @param known the news of the round when it began: what it found nothing of may be there since
     */
    private record Over(long whose, boolean more, int known) {}

    private void beginPreparations(Round round, BlockingQueue<Over> over) {
        while (!ending && round.preparations() < PREPARATIONS) {
            threads.execute(() -> prepare(over));
            round.begun(Round.PREPARATION);
        }
    }

    private void prepare(BlockingQueue<Over> over) {
        boolean more = false;
        try {
            more = preparation.next();
        } catch (RuntimeException unforeseen) {
            // What was being prepared waits.
            LOG.error("Preparing failed", unforeseen);
        } finally {
            over.add(new Over(Round.PREPARATION, more, 0));
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

    /** The others look for what is next as soon as this is claimed. */
    private void claimAndSend(Round round, int known, BlockingQueue<Over> over) {
        Taken taken = Taken.NOTHING;
        try {
            taken = taken(round);
        } finally {
            over.add(new Over(Round.CLAIM, taken.any(), known));
        }
        Claimed claim = taken.claim();
        if (claim != null) {
            try {
                send(claim);
            } catch (RuntimeException unforeseen) {
                // Whatever was being sent is in doubt now, and the reconciler finds it.
                LOG.error("Sending failed", unforeseen);
            } finally {
                over.add(new Over(claim.workspaceId(), false, 0));
            }
        }
    }

    private Taken taken(Round round) {
        if (ending) {
            return Taken.NOTHING;
        }
        try {
            return claims.next(round);
        } catch (Stuck stuck) {
            LOG.errorf(stuck, "A claim failed");
            return putOff(stuck) ? Taken.PUT_OFF : Taken.NOTHING;
        } catch (RuntimeException unforeseen) {
            LOG.error("Claiming failed", unforeseen);
            return Taken.NOTHING;
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
            return putOffUnread(stuck);
        }
    }

    private boolean putOffUnread(Stuck stuck) {
        try {
            QuarkusTransaction.requiringNew().run(() -> stuck.putOffUnread(clock.read()));
            return true;
        } catch (RuntimeException unforeseen) {
            LOG.error("Putting a publication off failed again", unforeseen);
            return false;
        }
    }

    private void send(Claimed claim) {
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
