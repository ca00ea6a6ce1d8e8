package pinplan.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;

/**
 * The database's clock, which decides due times for every replica alike. Read once per step, then passed on: a tick
 * that uploads or waits for answers reads it anew before each thing that it does.
 */
@ApplicationScoped
public class DatabaseClock {
    /** In a statement of its own, or beside what else is asked. */
    static final String READ = "clock_timestamp()";

    private final EntityManager database;
    private final Clocks clocks;

    DatabaseClock(EntityManager database, Clocks clocks) {
        this.database = database;
        this.clocks = clocks;
    }

    /** For callers without a transaction. */
    public Instant now() {
        Instant now = QuarkusTransaction.requiringNew().call(this::read);
        Outage.ends();
        return now;
    }

    public Instant read() {
        return shifted(database.createNativeQuery("select " + READ).getSingleResult());
    }

    /** When this was done, in the caller's transaction: whoever had to wait for a lock must not come from before it. */
    public Instant readAfter(String sql, Object... parameters) {
        Query query = database.createNativeQuery(
                "with done as (" + sql + ") select " + READ + " from (select count(*) from done) counted");
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return shifted(query.getSingleResult());
    }

    Instant shifted(Object read) {
        return ((Instant) read).plus(clocks.offset());
    }
}
