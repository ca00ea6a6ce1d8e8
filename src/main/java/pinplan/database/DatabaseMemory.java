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
    private static final String WHO_ANSWERS = "concat_ws(' ', pg_postmaster_start_time(),"
            + " (select oid from pg_database where datname = current_database()))";

    private final EntityManager database;
    private final DatabaseClock clock;

    private String server;
    private Instant since;
    /** Null: it has not changed under us. */
    private Instant switchedAt;

    DatabaseMemory(EntityManager database, DatabaseClock clock) {
        this.database = database;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(this::read);
    }

    /** What time it is by the database's clock, and since when it surely remembers everything. */
    public record Reading(Instant now, Instant rememberedSince) {}

    /** Both by one question, in the caller's transaction. */
    public Reading read() {
        Object[] answer = (Object[]) database.createNativeQuery("select " + DatabaseClock.READ + ", " + WHO_ANSWERS)
                .getSingleResult();
        Instant now = clock.shifted(answer[0]);
        return new Reading(now, since((String) answer[1], now));
    }

    private synchronized Instant since(String answering, Instant now) {
        if (!answering.equals(server)) {
            switchedAt = server == null ? null : now;
            server = answering;
            since = now;
        }
        return since;
    }

    /**
     * A look before that proves nothing: where it changed under us, what we sent a moment ago and it forgot may not show
     * yet. Never before now.
     *
     * @param shows the longest that something sent takes until it is seen where it was sent
     */
    public synchronized Instant looksCountFrom(Instant now, Duration shows) {
        Instant from = switchedAt == null ? now : switchedAt.plus(shows);
        return from.isBefore(now) ? now : from;
    }

    /** For the model, which is no bean. */
    public static DatabaseMemory inUse() {
        return Arc.container().instance(DatabaseMemory.class).get();
    }
}
