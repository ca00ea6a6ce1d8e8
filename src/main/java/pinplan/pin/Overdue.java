package pinplan.pin;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import pinplan.database.DatabaseClock;
import pinplan.web.Ticks;

/** Puts pins on hold whose time came before anyone approved them. */
@ApplicationScoped
public class Overdue {
    private static final String NAME = "overdue";
    private static final Duration EVERY = Duration.ofSeconds(10);

    /** One transaction's worth: the next tick takes the rest. */
    private static final int MOST = 100;

    private final DatabaseClock clock;
    private final Ticks ticks;

    @Inject
    Overdue(DatabaseClock clock, Ticks ticks) {
        this.clock = clock;
        this.ticks = ticks;
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, EVERY);
    }

    /** Ten seconds: a reviewer sees it before wondering, and the query is one look at a small index. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void tick() {
        Instant now = clock.read();
        Pin.overdue(now, MOST).forEach(pin -> pin.passed(now));
        ticks.beat(NAME, now);
    }
}
