package pinplan.live;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import pinplan.database.DatabaseClock;
import pinplan.team.Session;
import pinplan.web.Ticks;

/** Keeps the lines to open pages open, and ends those whose session has ended: one query for all of them. */
@ApplicationScoped
class Heartbeat {
    private static final String NAME = "live";
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final Followers followers;
    private final DatabaseClock clock;
    private final Ticks ticks;

    Heartbeat(Followers followers, DatabaseClock clock, Ticks ticks) {
        this.followers = followers;
        this.clock = clock;
        this.ticks = ticks;
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, EVERY);
    }

    @Scheduled(every = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        followers.stillHere();
        Instant now = clock.now();
        Set<Long> open = followers.sessions();
        Set<Long> alive = QuarkusTransaction.requiringNew().call(() -> Session.alive(open, now));
        followers.endAllBut(alive, now);
        ticks.beat(NAME, now);
    }
}
