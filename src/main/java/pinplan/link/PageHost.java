package pinplan.link;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** A server that pages are on, for all workspaces and replicas together: one of them asks it at a time, and not too often. */
@Entity
class PageHost extends PanacheEntityBase {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    @Id
    private String host;

    private Instant freeAt;

    /** Whatever it said; null: never. */
    private Instant answeredAt;

    /** In a row. */
    private int failures;

    protected PageHost() {}

    /** @param until when somebody else may, should this one be gone by then */
    static boolean claim(String host, Instant now, Instant until) {
        return !getEntityManager()
                .createNativeQuery("insert into page_host (host, free_at) values (?1, ?2) on conflict (host)"
                        + " do update set free_at = ?2 where page_host.free_at <= ?3 returning host")
                .setParameter(1, host)
                .setParameter(2, until)
                .setParameter(3, now)
                .getResultList()
                .isEmpty();
    }

    /** It was not asked after all, which says nothing of it. */
    static void left(String host, Instant until) {
        PageHost.<PageHost>findById(host).freeAt = until;
    }

    static void asked(String host, Verdict said, Duration rest, Instant now) {
        PageHost asked = findById(host);
        boolean failed = said.passing();
        asked.answeredAt = said == Verdict.SILENT ? asked.answeredAt : now;
        asked.failures = failed ? asked.failures + 1 : 0;
        asked.freeAt = now.plus(failed ? FIRST.multipliedBy(1L << Math.min(asked.failures - 1, MOST_DOUBLINGS)) : rest);
    }
}
