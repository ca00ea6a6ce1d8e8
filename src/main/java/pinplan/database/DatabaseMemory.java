package pinplan.database;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/**
 * Since when the database surely remembers everything. Behind a restart of it or of us may be an old copy, a backup, a
 * snapshot; behind a switch-over a server that missed the last seconds. None of them says so, so each is taken for one:
 * what was done in the time that may be lost has to be asked where it was done.
 */
@ApplicationScoped
public class DatabaseMemory {
    /** A request whose connection is closed takes effect within this time or never. */
    public static final Duration STRAGGLER = Duration.ofMinutes(5);

    private final EntityManager database;
    private final DatabaseClock clock;

    private String server;
    private Instant since;
    private Instant looksCountFrom;

    DatabaseMemory(EntityManager database, DatabaseClock clock) {
        this.database = database;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> since(clock.read()));
    }

    /** In the caller's transaction. */
    public synchronized Instant since(Instant now) {
        String answering = (String) database.createNativeQuery(
                        "select concat_ws(' ', pg_postmaster_start_time(),"
                                + " (select oid from pg_database where datname = current_database()))",
                        String.class)
                .getSingleResult();
        if (!answering.equals(server)) {
            // Where it changes under us, what we sent a moment ago may still be on its way to where it can be seen.
            looksCountFrom = server == null ? now : now.plus(STRAGGLER);
            server = answering;
            since = now;
        }
        return since;
    }

    /** A look before that proves nothing: what was sent and forgotten may not show yet. Never before now. */
    public synchronized Instant looksCountFrom(Instant now) {
        return looksCountFrom.isBefore(now) ? now : looksCountFrom;
    }

    /** For the model, which is no bean. */
    public static Instant of(Instant now) {
        return Arc.container().instance(DatabaseMemory.class).get().since(now);
    }
}
