package pinplan.pin;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import pinplan.database.DatabaseClock;
import pinplan.web.Ticks;

/**
 * New time-zone data comes with a new Java. What is planned then keeps its clock time, so its instant is reckoned anew;
 * what Publer holds already is left, and says so.
 */
@ApplicationScoped
public class ClockRules {
    private static final String NAME = "clock-rules";
    private static final Duration EVERY = Duration.ofHours(1);
    /** Every zone comes with the same data. */
    private static final String ANY_ZONE = "Europe/Berlin";

    private final DatabaseClock clock;
    private final Ticks ticks;

    @Inject
    ClockRules(DatabaseClock clock, Ticks ticks) {
        this.clock = clock;
        this.ticks = ticks;
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, EVERY);
    }

    /** At the start, when Java may be another; and hourly, should that fail, or an older one have written meanwhile. */
    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void tick() {
        Instant now = clock.now();
        String ours = ZoneRulesProvider.getVersions(ANY_ZONE).lastKey();
        if (newer(ours)) {
            List<Long> off = QuarkusTransaction.requiringNew().call(() -> Planned.offTheClock(now));
            long left = off.stream().filter(id -> !followed(id, now)).count();
            QuarkusTransaction.requiringNew().run(Planned::warnAnew);
            if (left == 0) {
                QuarkusTransaction.requiringNew().run(() -> keep(ours, now));
            }
        } else if (!warned()) {
            QuarkusTransaction.requiringNew().run(() -> {
                Planned.warnAnew();
                Panache.getEntityManager()
                        .createNativeQuery("update clock_rules set warned = true")
                        .executeUpdate();
            });
        }
        ticks.beat(NAME, now);
    }

    /** A replica with older data changes nothing back. */
    private static boolean newer(String ours) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery("select version from clock_rules")
                        .getResultList())
                .stream()
                .allMatch(known -> ours.compareTo((String) known) > 0);
    }

    private static boolean warned() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery("select version from clock_rules where warned")
                        .getResultList())
                .stream()
                .findAny()
                .isPresent();
    }

    private static boolean followed(Long id, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> Pin.lockedAnywhere(id).followClockRules(now));
            return true;
        } catch (RuntimeException unforeseen) {
            Log.errorf(unforeseen, "Pin %d could not follow the new rules of the clocks", id);
            return false;
        }
    }

    private static void keep(String version, Instant now) {
        Panache.getEntityManager()
                .createNativeQuery(
                        "insert into clock_rules (version, applied_at, warned) values (?1, ?2, true) on conflict (one)"
                                + " do update set version = excluded.version, applied_at = excluded.applied_at, warned = true")
                .setParameter(1, version)
                .setParameter(2, now)
                .executeUpdate();
    }
}
