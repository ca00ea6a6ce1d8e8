package pinplan.database;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Duration;

/** How long a statement may take, where it is known to take longer than others. */
public final class Patience {
    private Patience() {}

    /** For each statement of the transaction that is open. */
    public static void of(Duration longest) {
        Panache.getEntityManager()
                .createNativeQuery("select set_config('statement_timeout', ?1, true)")
                .setParameter(1, longest.toMillis() + "ms")
                .getSingleResult();
    }
}
