package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.web.Ticks;

/** Puts pins on hold whose time came before anyone approved them. */
@ApplicationScoped
public class Overdue {
    private static final String NAME = "overdue";
    private static final String LATE = "standing.editorial = ?1 and timing.publishAt <= ?2 and deletedAt is null";
    private static final Duration EVERY = Duration.ofSeconds(10);

    /** The next tick takes the rest. */
    private static final int MOST = 100;

    private static final Logger LOG = Logger.getLogger(Overdue.class);

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
    public void tick() {
        Instant now = clock.now();
        QuarkusTransaction.requiringNew().call(() -> pins(now, MOST)).forEach(id -> pass(id, now));
        ticks.beat(NAME, now);
    }

    /** Each by itself: what goes wrong with one concerns no other. */
    private static void pass(Long id, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> locked(id, now).ifPresent(pin -> pin.passed(now)));
        } catch (RuntimeException unforeseen) {
            LOG.errorf(unforeseen, "Pin %d, whose time came before its approval, is not put on hold", id);
        }
    }

    /** Those that wait for an approval, though their time came: the first to go out first. */
    static List<Long> pins(Instant now, int most) {
        return Pin.find(LATE + " order by timing.publishAt", Editorial.IN_REVIEW, now)
                .project(Found.class)
                .page(0, most)
                .stream()
                .map(Found::id)
                .toList();
    }

    /** Empty where somebody approved or moved it meanwhile, or is at it: it comes again. */
    private static Optional<Pin> locked(Long id, Instant now) {
        return Pin.<Pin>find(LATE + " and id = ?3", Editorial.IN_REVIEW, now, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }

    private record Found(Long id) {}
}
