package pinplan.database;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Since when the database surely remembers everything. Behind a restart of it or of us may be an old copy, a backup, a
 * snapshot; behind a switch-over a server that missed the last seconds. None of them says so, so each is taken for one:
 * what was done in the time that may be lost has to be asked where it was done.
 */
@ApplicationScoped
public class DatabaseMemory {
    private static final String WHO_ANSWERS = "concat_ws(' ', pg_postmaster_start_time(),"
            + " (select oid from pg_database where datname = current_database()))";

    /** Another one begins where a standby takes over, and where a backup is rolled forward; never by a restart. */
    private static final String TIMELINE =
            "select left(pg_walfile_name(pg_current_wal_lsn()), 8) where not pg_is_in_recovery()";

    private static final String NOT_THE_FIRST =
            "select seen_at from timeline where id = ?1 and exists (select 1 from timeline where id <> ?1)";

    private final EntityManager database;
    private final DatabaseClock clock;

    private String server;
    private Instant since;
    /** Null: it has not changed, as far as anybody has seen. */
    private Instant switchedAt;

    DatabaseMemory(EntityManager database, DatabaseClock clock) {
        this.database = database;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> arrive(read().now()));
    }

    /** Whoever starts after a switch-over has not seen it: the database tells who was the first that came after it, and when. */
    private void arrive(Instant now) {
        List<?> timeline = database.createNativeQuery(TIMELINE).getResultList();
        if (timeline.isEmpty()) {
            return;
        }
        database.createNativeQuery("insert into timeline (id, seen_at) values (?1, ?2) on conflict do nothing")
                .setParameter(1, timeline.get(0))
                .setParameter(2, now)
                .executeUpdate();
        List<?> others = database.createNativeQuery(NOT_THE_FIRST)
                .setParameter(1, timeline.get(0))
                .getResultList();
        others.forEach(seenAt -> switched((Instant) seenAt));
    }

    private synchronized void switched(Instant at) {
        switchedAt = at;
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
