package pinplan.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** The database's clock, which decides due times for every replica alike. Read once per tick, then passed on. */
@ApplicationScoped
public class DatabaseClock {
    private final EntityManager database;
    private final Clocks clocks;

    DatabaseClock(EntityManager database, Clocks clocks) {
        this.database = database;
        this.clocks = clocks;
    }

    public Instant read() {
        Instant now = (Instant) database.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
        return now.plus(clocks.offset());
    }
}
