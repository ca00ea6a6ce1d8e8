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
    /** So many requests are under way at a time, one for each workspace. */
    private static final int UNDER_WAY = 10;

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
    }

    private void sendWhatIsDue() throws InterruptedException {
        Round round = new Round();
        BlockingQueue<Over> over = new LinkedBlockingQueue<>();
        boolean prepare = true;
        do {
            if (prepare && !ending) {
                begin(Round.PREPARATION, preparation::next, round, over);
            }
            while (!ending && round.underWay() < UNDER_WAY && sendNext(round, over)) {}
            ticks.beat("dispatcher", clock.now());
            Over one = round.underWay() == 0 ? Over.NOTHING : over.poll(1, TimeUnit.SECONDS);
            if (one != null) {
                round.ended(one.whose());
            }
            // While an answer takes long, more may have become due.
            prepare = (one == null || one.more()) && !round.preparing();
        } while (prepare || round.underWay() > 0);
    }

    /** What was under way and has ended; {@code more} where it pays to ask for the same again. */
    private record Over(long whose, boolean more) {
        static final Over NOTHING = new Over(Round.NOBODY, false);
    }

    private void begin(long whose, BooleanSupplier work, Round round, BlockingQueue<Over> over) {
        threads.execute(() -> {
            boolean more = false;
            try {
                more = work.getAsBoolean();
            } catch (RuntimeException unforeseen) {
                // Whatever was being sent is in doubt now; the reconciler finds it.
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
            QuarkusTransaction.requiringNew().run(() -> putOff(stuck.publicationId(), clock.read()));
            return true;
        } catch (RuntimeException unforeseen) {
            LOG.error("Claiming failed", unforeseen);
            return false;
        }
    }

    private static void putOff(long publicationId, Instant now) {
        Publication publication = Publication.locked(publicationId);
        if (publication != null && publication.state() == Publishing.PENDING) {
            publication.tryLater(Fault.UNKNOWN, Stuck.SENTENCE, now);
        }
    }

    private boolean send(Claimed claim) {
        Outcome<String> outcome = claim.now()
                ? publer.publishNow(claim.access(), claim.body(), claim.deadlineNanos())
                : publer.schedule(claim.access(), claim.body(), claim.deadlineNanos());
        Lane.heard(claim.access().laneId(), outcome, clock.now());
        QuarkusTransaction.requiringNew().run(() -> claim.intents().forEach(intent -> settle(intent, outcome)));
        return true;
    }

    private void settle(Intent intent, Outcome<String> outcome) {
        Publication publication = Publication.locked(intent.publicationId());
        if (publication != null) {
            Receipt.of(publication, Attempt.findById(intent.attemptId()), outcome, clock.read());
        }
    }
}
