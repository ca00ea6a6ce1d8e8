package pinplan.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import pinplan.database.DatabaseClock;
import pinplan.pin.Pin;
import pinplan.web.Letterbox;
import pinplan.web.Ticks;

/** Reminds whom a pin in review waits for, a day and two hours before its time. Asking more people is the policy's matter. */
@ApplicationScoped
class Reminders {
    private static final String NAME = "reminders";
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** One transaction's worth: the next tick takes the rest. */
    private static final int MOST = 100;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMMM, HH:mm", Locale.ENGLISH);

    private static final List<Step> STEPS = List.of(new Step(24, 2), new Step(2, 0));

    /**
     * The row is the right to remind: no replica takes it a second time. Whoever sent it to review later than that has just
     * told everybody.
     */
    private static final String CLAIM = "insert into reminder (pin_id, publish_at, hours, reminded_at)"
            + " select p.id, p.publish_at, :hours, :now from pin p"
            + " where p.editorial = 'IN_REVIEW' and p.deleted_at is null and p.publish_at > :from and p.publish_at <= :until"
            + " and not exists (select 1 from pin_event e where e.pin_id = p.id and e.kind = 'SUBMITTED'"
            + " and e.happened_at > p.publish_at - make_interval(hours => :hours))"
            + " and not exists (select 1 from reminder d where d.pin_id = p.id and d.publish_at = p.publish_at and d.hours = :hours)"
            + " order by p.publish_at limit :most on conflict do nothing returning pin_id";

    private final EntityManager database;
    private final DatabaseClock clock;
    private final Letterbox letterbox;
    private final Ticks ticks;

    Reminders(EntityManager database, DatabaseClock clock, Letterbox letterbox, Ticks ticks) {
        this.database = database;
        this.clock = clock;
        this.letterbox = letterbox;
        this.ticks = ticks;
    }

    /** From so many hours before its time on, until the next one. */
    private record Step(int hours, int until) {}

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, EVERY);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        STEPS.forEach(step -> QuarkusTransaction.requiringNew().run(() -> remind(step, clock.read())));
        ticks.beat(NAME, clock.now());
    }

    private void remind(Step step, Instant now) {
        List<?> claimed = database.createNativeQuery(CLAIM)
                .setParameter("hours", step.hours())
                .setParameter("now", now)
                .setParameter("from", now.plus(Duration.ofHours(step.until())))
                .setParameter("until", now.plus(Duration.ofHours(step.hours())))
                .setParameter("most", MOST)
                .getResultList();
        for (Object id : claimed) {
            Pin pin = Pin.findById(((Number) id).longValue());
            Notification.tell(News.REMINDED, pin, null, null, "", time(pin), Asked.about(pin), letterbox.open(), now);
        }
    }

    /** The same for everybody, since it is kept. */
    private static String time(Pin pin) {
        ZoneId zone = pin.workspace().zone;
        return "Its time is %s (%s).".formatted(MOMENT.format(pin.publishAt().atZone(zone)), zone);
    }
}
