package pinplan.pin;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        pins(now, MOST).forEach(pin -> pin.passed(now));
        ticks.beat(NAME, now);
    }

    /** Those that wait for an approval, though their time came: the first to go out first. */
    static List<Pin> pins(Instant now, int most) {
        return Pin.<Pin>find(
                        "standing.editorial = ?1 and timing.publishAt <= ?2 and deletedAt is null order by timing.publishAt",
                        Editorial.IN_REVIEW,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, most)
                .list();
    }
}
