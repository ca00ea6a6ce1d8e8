package pinplan.board;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import pinplan.database.DatabaseClock;
import pinplan.publer.OfferedKey;
import pinplan.web.Ticks;

/** Looks often who is due, so that a new workspace has its boards at once; each is due every quarter of an hour. */
@ApplicationScoped
class BoardTick {
    private static final String NAME = "boards";

    /** Slow answers of many accounts must not make the application look dead: three of these is trouble. */
    private static final Duration USUALLY = Duration.ofMinutes(5);

    /** At a start everything is looked at anew, unless another replica has just done it. */
    private static final Duration AT_START = Duration.ofMinutes(1);

    private final BoardSync sync;
    private final PublerEnvironment environment;
    private final DatabaseClock clock;
    private final Ticks ticks;
    private boolean started;

    BoardTick(BoardSync sync, PublerEnvironment environment, DatabaseClock clock, Ticks ticks) {
        this.sync = sync;
        this.environment = environment;
        this.clock = clock;
        this.ticks = ticks;
    }

    /** Ready means, among others: the first look was tried. */
    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, USUALLY);
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        environment.connectAll();
        sync.due(started ? BoardSync.EVERY : AT_START);
        started = true;
        ticks.beat(NAME, QuarkusTransaction.requiringNew().call(() -> {
            OfferedKey.forgetOlder(clock.read());
            return clock.read();
        }));
    }
}
