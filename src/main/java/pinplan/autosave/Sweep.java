package pinplan.autosave;

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

/** Takes away what was kept and nobody came back for. */
@ApplicationScoped
class Sweep {
    private static final String NAME = "kept";
    private static final Duration EVERY = Duration.ofHours(1);

    /** Longer than a holiday. */
    private static final Duration STAYS = Duration.ofDays(30);

    /** No page tells that late of what was saved. */
    private static final Duration ECHO = Duration.ofDays(1);

    private final DatabaseClock clock;
    private final Ticks ticks;

    Sweep(DatabaseClock clock, Ticks ticks) {
        this.clock = clock;
        this.ticks = ticks;
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, EVERY);
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        Instant now = clock.now();
        QuarkusTransaction.requiringNew().run(() -> Kept.forgetOld(now.minus(STAYS), now.minus(ECHO), now));
        ticks.beat(NAME, now);
    }
}
