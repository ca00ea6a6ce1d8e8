package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * The time before which nothing is due, found out once a minute. Whoever looks for what is due begins there: rows that were
 * served lie before it, and as long as an old transaction is open PostgreSQL can't clear them away.
 */
@ApplicationScoped
class LowWater {
    private static final Duration SWEEP = Duration.ofMinutes(1);
    /** What was due when somebody began to write it down and is committed only now, by a clock that need not be ours. */
    private static final Duration SLACK = Duration.ofMinutes(2);

    private record Mark(Instant at, Instant found) {}

    private volatile Mark mark = new Mark(Instant.EPOCH, Instant.EPOCH);

    /** In the caller's transaction. */
    Instant mark(Instant now) {
        Mark last = mark;
        if (now.isBefore(last.found) || now.isAfter(last.found.plus(SWEEP))) {
            last = new Mark(oldest(now).minus(SLACK), now);
            mark = last;
        }
        return last.at;
    }

    private static Instant oldest(Instant now) {
        Instant due = Panache.getEntityManager()
                .createQuery("select min(p.dueAt) from Publication p where p.dueAt is not null", Instant.class)
                .getSingleResult();
        return due == null || due.isAfter(now) ? now : due;
    }
}
