package pinplan.review;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pinplan.database.DatabaseClock;
import pinplan.pin.Pin;
import pinplan.team.Membership;
import pinplan.web.Ticks;

/**
 * Asks more people a day before the time of a pin that is not approved, where people want that, and no longer once it is moved
 * away; and those again who are back.
 */
@ApplicationScoped
public class Escalation {
    private static final String NAME = "escalation";
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final int MOST = 100;

    private static final String DUE = """
            select r.id from pin p join review r on r.pin_id = p.id and r.ended_at is null
            left join policy c on c.campaign_id = p.campaign_id
            left join policy w on w.workspace_id = p.workspace_id and w.campaign_id is null
            where p.editorial = 'IN_REVIEW' and p.deleted_at is null and p.publish_at <= :soon
            and r.escalated_at is null and coalesce(c.late, w.late) = 'ESCALATE'
            order by p.publish_at""";

    private static final String MOVED_AWAY = """
            select r.id from review r join pin p on p.id = r.pin_id
            where r.ended_at is null and r.escalated_at is not null and p.editorial = 'IN_REVIEW' and p.deleted_at is null
            and (p.publish_at is null or p.publish_at > :soon)
            order by r.id""";

    private final DatabaseClock clock;
    private final Ticks ticks;

    @Inject
    Escalation(DatabaseClock clock, Ticks ticks) {
        this.clock = clock;
        this.ticks = ticks;
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, EVERY);
    }

    /** A minute: nobody notices it in a day. */
    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        Instant now = clock.now();
        Membership.back(now).forEach(id -> QuarkusTransaction.requiringNew().run(() -> Membership.isBack(id, now)));
        reviews(MOVED_AWAY, now).forEach(id -> QuarkusTransaction.requiringNew().run(() -> calm(id, now)));
        reviews(DUE, now).forEach(id -> QuarkusTransaction.requiringNew().run(() -> escalate(id, now)));
        ticks.beat(NAME, now);
    }

    @SuppressWarnings("unchecked")
    private static List<Long> reviews(String which, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery(which)
                        .setParameter("soon", now.plus(AHEAD))
                        .setMaxResults(MOST)
                        .getResultList());
    }

    private static void escalate(Long id, Instant now) {
        Review review = locked(id);
        if (review.endedAt == null && review.escalatedAt == null) {
            review.escalatedAt = now;
            review.pin.escalated(now);
        }
    }

    private static void calm(Long id, Instant now) {
        Review review = locked(id);
        Instant at = review.pin.publishAt();
        boolean away = at == null || at.isAfter(now.plus(AHEAD));
        if (review.endedAt == null && review.escalatedAt != null && away) {
            review.escalatedAt = null;
            review.pin.calmed(now);
        }
    }

    /** Whoever changes it holds its pin's row. */
    private static Review locked(Long id) {
        Review review = Review.findById(id);
        Pin.locked(review.workspace, review.pin.id);
        Panache.getEntityManager().refresh(review);
        return review;
    }
}
