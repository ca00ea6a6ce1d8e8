package pinplan.team;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import pinplan.database.DatabaseClock;
import pinplan.web.Ticks;

/** Takes away what has lost its meaning: ended sessions, invitations nobody can use any more, old counts of wrong passwords. */
@ApplicationScoped
public class Sweep {
    private static final String NAME = "sweep";
    private static final Duration EVERY = Duration.ofHours(1);
    /** An invitation stays so long after its end: who asks why the link does not work can still be told. */
    private static final Duration INVITATION_STAYS = Duration.ofDays(30);

    private final DatabaseClock clock;
    private final Throttle throttle;
    private final Ticks ticks;

    Sweep(DatabaseClock clock, Throttle throttle, Ticks ticks) {
        this.clock = clock;
        this.throttle = throttle;
        this.ticks = ticks;
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, EVERY);
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        Instant now = clock.now();
        QuarkusTransaction.requiringNew().run(() -> Session.forgetEnded(now));
        QuarkusTransaction.requiringNew().run(() -> Invitation.forgetEnded(now.minus(INVITATION_STAYS)));
        throttle.forgetOld(now);
        ticks.beat(NAME, now);
    }
}
