package pinplan.pin;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.context.ManagedExecutor;
import pinplan.database.DatabaseClock;
import pinplan.link.PageChecks;
import pinplan.web.Ticks;

/** Has the pages looked at that pins lead to: soon after somebody saves one, a day ahead, and once a week. */
@ApplicationScoped
class PageTick {
    private static final String NAME = "pages";

    /** Slow servers must not make the application look dead: three of these is trouble. */
    private static final Duration USUALLY = Duration.ofMinutes(1);

    /** The rest has its turn in the next tick, so that an application that has just started is soon seen to be ready. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** A server is asked by one at a time, so that one which is slow keeps only one of them from the others' pages. */
    private static final int AT_ONCE = 3;

    private final PageChecks checks;
    private final Pages pages;
    private final DatabaseClock clock;
    private final Ticks ticks;
    private final ManagedExecutor threads;

    PageTick(PageChecks checks, Pages pages, DatabaseClock clock, Ticks ticks, ManagedExecutor threads) {
        this.threads = threads;
        this.checks = checks;
        this.pages = pages;
        this.clock = clock;
        this.ticks = ticks;
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, USUALLY);
    }

    @Scheduled(every = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        if (checks.on()) {
            pages.aheadOf(clock.now());
            look();
        }
        ticks.beat(NAME, clock.now());
    }

    /** All that are due, as far as there is time. */
    void look() {
        Instant until = clock.now().plus(LONGEST);
        CompletableFuture.allOf(Stream.generate(() -> threads.runAsync(() -> work(until)))
                        .limit(AT_ONCE)
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void work(Instant until) {
        while (pages.one() && clock.now().isBefore(until)) {
            // One after the other: nothing here is in a hurry.
        }
    }
}
