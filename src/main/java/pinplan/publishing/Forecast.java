package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import pinplan.database.DatabaseClock;
import pinplan.media.MediaStore;
import pinplan.pin.Publishing;
import pinplan.web.Ticks;

/**
 * Asks a day ahead and an hour ahead whether what waits here would publish, while there is time to mend it; and, where it
 * would not, again now and then until it would.
 */
@ApplicationScoped
public class Forecast {
    private static final Logger LOG = Logger.getLogger(Forecast.class);

    private static final String NAME = "forecast";
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);
    /** The next tick takes the rest. */
    private static final int MOST = 100;

    /** What nobody has asked since it came so near, or what was bad when somebody did. */
    private static final String NEXT = "select p.id from publication p join workspace w on w.id = p.workspace_id"
            + " join pin i on i.id = p.pin_id left join account a on a.id = i.account_id left join board b on b.id = i.board_id"
            + " where p.state = 'PENDING' and not p.recall_wanted and w.paused_at is null and p.publish_at <= :day and (p.publish_at > :now"
            + " and (coalesce(p.forecast_at, 'epoch') < p.publish_at - interval '1 day'"
            + " or p.publish_at <= :hour and p.forecast_at < p.publish_at - interval '1 hour'"
            + " or p.forecast <> '' and p.forecast_at < :before)"
            + " or i.attention and coalesce(p.forecast_at, 'epoch') < :before"
            // What came up since, also where it is late.
            + " or not i.attention and (p.fault is not null and p.publish_at < :soon or p.publish_at < :day"
            + " and (a.locked or a.retired_at is not null or b.retired_at is not null)))"
            + " order by p.publish_at, p.id limit " + MOST;

    private final DatabaseClock clock;
    private final MediaStore store;
    private final pinplan.media.Advice advice;
    private final Ticks ticks;

    Forecast(DatabaseClock clock, MediaStore store, pinplan.media.Advice advice, Ticks ticks) {
        this.clock = clock;
        this.store = store;
        this.advice = advice;
        this.ticks = ticks;
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, EVERY);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        Instant now = clock.now();
        for (Long id : QuarkusTransaction.requiringNew().call(() -> next(now))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> ask(id, now));
            } catch (RuntimeException unforeseen) {
                LOG.errorf(unforeseen, "Asking ahead about publication %d failed", id);
            }
        }
        ticks.beat(NAME, now);
    }

    private static List<Long> next(Instant now) {
        List<?> ids = Panache.getEntityManager()
                .createNativeQuery(NEXT)
                .setParameter("now", now)
                .setParameter("day", now.plus(Attention.A_DAY))
                .setParameter("hour", now.plus(AN_HOUR))
                .setParameter("soon", now.plus(Attention.SOON))
                .setParameter("before", now.minus(NOW_AND_THEN))
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private void ask(long id, Instant now) {
        Publication publication = Publication.locked(id);
        if (publication != null && publication.state() == Publishing.PENDING) {
            Outlook outlook = publication.outlook();
            if (outlook.foreseen(
                    Preflight.of(publication.pin, store, advice, now).obstacle(), now)) {
                publication.tell(null, "Checked ahead: " + outlook.words(), now);
            }
            publication.attend(now);
        }
    }
}
