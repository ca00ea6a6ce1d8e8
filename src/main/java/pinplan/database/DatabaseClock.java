package pinplan.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.hibernate.Session;

/**
 * The database's clock, which decides due times for every replica alike. Read once per step, then passed on: a tick
 * that uploads or waits for answers reads it anew before each thing that it does.
 */
@ApplicationScoped
public class DatabaseClock {
    private final EntityManager database;
    private final Clocks clocks;

    DatabaseClock(EntityManager database, Clocks clocks) {
        this.database = database;
        this.clocks = clocks;
    }

    /** For callers without a transaction. */
    public Instant now() {
        return QuarkusTransaction.requiringNew().call(this::read);
    }

    public Instant read() {
        // Asked for by a class alone, it would be a plan of its own each time, kept beside thousands of the same.
        Instant now = (Instant) database.unwrap(Session.class)
                .createNativeQuery("select clock_timestamp() as now", Object.class)
                .addScalar("now", Instant.class)
                .getSingleResult();
        return now.plus(clocks.offset());
    }
}
