package pinplan.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import pinplan.database.DatabaseClock;
import pinplan.web.Ticks;

/** Takes away what was read long ago. What nobody has read stays, and what still asks for something. */
@ApplicationScoped
class Sweep {
    private static final String NAME = "read";
    private static final Duration EVERY = Duration.ofHours(1);

    /** One transaction's worth, so that nobody who reads waits for it. */
    private static final int MOST = 1000;

    /** The next tick takes the rest. */
    private static final int AT_ONCE = 100;

    private final DatabaseClock clock;
    private final Ticks ticks;
    private final Retention retention;

    Sweep(DatabaseClock clock, Ticks ticks, Retention retention) {
        this.clock = clock;
        this.ticks = ticks;
        this.retention = retention;
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, EVERY);
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        Instant now = clock.now();
        Instant before = now.minus(retention.kept());
        boolean more = true;
        for (int i = 0; i < AT_ONCE && more; i++) {
            more = QuarkusTransaction.requiringNew().call(() -> Notification.forgetRead(before, MOST)) == MOST;
        }
        QuarkusTransaction.requiringNew().run(() -> Mailing.forgetOver(before));
        ticks.beat(NAME, now);
    }
}
