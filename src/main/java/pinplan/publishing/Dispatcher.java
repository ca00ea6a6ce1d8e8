package pinplan.publishing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.web.Ticks;

/** Sends what is due, each second: claim, commit, call, settle. See {@link Dispatch}. */
@ApplicationScoped
public class Dispatcher {
    /** As long as Publer may take for an answer, and a little for writing it down. */
    private static final Duration LAST_WORD = Duration.ofSeconds(35);

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final DatabaseClock clock;
    private final Preparation preparation;
    private final Claims claims;
    private final Sender sender;
    private final Ticks ticks;
    private final ManagedExecutor threads;
    private final ReentrantLock atWork = new ReentrantLock();
    private volatile boolean ending;

    Dispatcher(
            DatabaseClock clock,
            Preparation preparation,
            Claims claims,
            Sender sender,
            Ticks ticks,
            ManagedExecutor threads) {
        this.clock = clock;
        this.preparation = preparation;
        this.claims = claims;
        this.sender = sender;
        this.ticks = ticks;
        this.threads = threads;
    }

    /** Ends when nothing is due and everything that was sent is answered and written down. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        atWork.lock();
        try {
            new Dispatch(preparation, claims, sender, threads, this::beat, () -> ending).run();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            atWork.unlock();
        }
        beat();
    }

    private void beat() {
        ticks.beat("dispatcher", clock.now());
    }

    /** An orderly end begins nothing more, and gives what was sent the time to be answered and written down. */
    void drain(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent shutdown)
            throws InterruptedException {
        ending = true;
        if (!atWork.tryLock(LAST_WORD.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Ended while something was being sent; it is looked up at Publer after the next start");
        }
    }
}
