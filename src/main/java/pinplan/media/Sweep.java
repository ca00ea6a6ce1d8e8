package pinplan.media;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;
import pinplan.web.Ticks;

/** Empties the bin, looks at what nobody looked at yet, and clears away what a crash between the store and the commit left behind: files that no row names. */
@ApplicationScoped
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final String NAME = "media";
    private static final Duration EVERY = Duration.ofHours(1);

    /** An upload's file is there before its row; none takes a day from one to the other. */
    private static final Duration LEFT = Duration.ofDays(1);

    private final MediaStore store;
    private final Bin bin;
    private final Likeness likeness;
    private final Clock clock;
    private final Ticks ticks;

    @Inject
    Sweep(MediaStore store, Bin bin, Likeness likeness, Clock clock, Ticks ticks) {
        this.store = store;
        this.bin = bin;
        this.likeness = likeness;
        this.clock = clock;
        this.ticks = ticks;
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, EVERY);
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        Instant now = clock.instant();
        Instant old = now.minus(LEFT);
        bin.empty(now);
        likeness.catchUp();
        Set<String> known = new HashSet<>();
        Set<String> left = new HashSet<>();
        try {
            store.forgetDrafts(old);
            store.eachFolder(old, keys -> {
                Set<String> rows = QuarkusTransaction.requiringNew().call(() -> Media.known(keys));
                known.addAll(rows);
                keys.stream().filter(key -> !rows.contains(key)).forEach(left::add);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (known.isEmpty() && !left.isEmpty()) {
            // A store of which the database knows nothing belongs to another database: a slip in the configuration.
            LOG.warnf(
                    "No row names any of the %d files in the media store. They stay; is this the right database?",
                    left.size());
        } else {
            left.forEach(store::forget);
        }
        ticks.beat(NAME, now);
    }
}
