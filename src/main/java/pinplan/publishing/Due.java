package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is due to be sent, and in which order: what is near its time before all others, else by turns. */
@ApplicationScoped
class Due {
    private static final String DUE = " p.state = 'PENDING' and not p.look_first and p.due_at <= :now"
            + " and p.prepared_at is not null and not exists"
            + " (select 1 from workspace w where w.id = p.workspace_id and w.paused_at is not null)"
            + " and p.workspace_id <> all(:closed)";

    /**
     * An edit that holds the pin wins, and the order is met again later. The pin's row first, as everywhere: what is skipped for
     * its second row keeps the lock of its first.
     */
    private static final String ONE = " order by p.due_at, p.id limit 1 for update of i, p skip locked";

    private static final String SELECT =
            "select p.id, p.workspace_id from publication p join pin i on i.id = p.pin_id where";

    private static final String URGENT = SELECT + DUE + " and p.publish_at <= :near" + ONE;

    static final String NEXT = SELECT + DUE + " and p.due_at >= :mark and p.workspace_id <> all(:waiting)" + ONE;

    /** What is near its time goes before all others: where there is such a one, no other is looked for, or locked. */
    private static final String FIRST = "with urgent as (" + URGENT + "), next as (" + NEXT + ") select * from urgent"
            + " union all select * from next where not exists (select from urgent)";

    private static final String ALONG = SELECT
            + " p.id in (select distinct on (q.publer_account_id) q.id from publication q"
            + " where q.workspace_id = :workspace and q.publer_account_id <> :account and q.state = 'PENDING'"
            + " and not q.look_first and not q.alone and not q.publish_now and q.due_at <= :now"
            + " and q.prepared_at is not null and q.publish_at > :apart"
            + " order by q.publer_account_id, q.due_at, q.id)"
            + " and p.state = 'PENDING' and not p.look_first and not p.alone and not p.publish_now and p.due_at <= :now"
            + " and p.prepared_at is not null and p.publish_at > :apart order by p.due_at, p.id limit "
            + (Batch.MOST - 1)
            + " for update of i, p skip locked";

    private final LowWater lowWater;

    /** What was found, and whose it is. */
    record First(long publicationId, long workspaceId) {}

    Due(LowWater lowWater) {
        this.lowWater = lowWater;
    }

    /** One at most; in the caller's transaction, with the order's and its pin's row locked. */
    Optional<First> first(Round round, Instant near, Instant now) {
        return found(Panache.getEntityManager()
                        .createNativeQuery(FIRST)
                        .setParameter("now", now)
                        .setParameter("near", near)
                        .setParameter("mark", lowWater.mark(now))
                        .setParameter("closed", round.closed())
                        .setParameter("waiting", round.waiting()))
                .findFirst();
    }

    /** What may go with its request: one of each other account, none of it nearer than {@code apart}; locked as well. */
    List<Long> along(Publication first, Instant apart, Instant now) {
        return found(Panache.getEntityManager()
                        .createNativeQuery(ALONG)
                        .setParameter("workspace", first.workspace.id)
                        .setParameter("account", first.publerAccountId)
                        .setParameter("now", now)
                        .setParameter("apart", apart))
                .map(First::publicationId)
                .toList();
    }

    private static Stream<First> found(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new First(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }
}
