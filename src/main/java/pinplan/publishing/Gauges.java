package pinplan.publishing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import pinplan.database.DatabaseClock;
import pinplan.pin.Publishing;
import pinplan.publer.Lane;
import pinplan.publishing.Census.Group;
import pinplan.web.Ticks;

/** How publishing is doing, as numbers: counted regularly for all of them together, whoever reads them how often. */
@ApplicationScoped
class Gauges {
    private static final String NAME = "gauges";
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final DatabaseClock clock;
    private final Ticks ticks;

    private final MultiGauge living;
    private final MultiGauge oldest;
    private final MultiGauge ended;
    private final MultiGauge lag;
    private final MultiGauge doubt;
    private final MultiGauge overdue;
    private final MultiGauge used;
    private final MultiGauge paused;

    private volatile Instant first;
    private volatile Census last;

    Gauges(DatabaseClock clock, Ticks ticks, MeterRegistry meters) {
        this.clock = clock;
        this.ticks = ticks;
        living = gauge(meters, "publications", "Orders that have not come to their end, by state", null);
        oldest = gauge(meters, "publications.oldest.age", "How long the oldest order is in this state", "seconds");
        ended = gauge(meters, "publications.ended", "Orders that came to this end in the last 24 hours", null);
        lag = gauge(meters, "pickup.lag", "How long the oldest due order has been waiting", "seconds");
        doubt = gauge(meters, "in.doubt.age", "How long the oldest outcome has been unknown", "seconds");
        overdue = gauge(meters, "looks.overdue", "Orders at Publer that nobody has looked after in time", null);
        used = gauge(meters, "lane.budget.used", "Share of a Publer key's burst of requests that is spent", null);
        paused = gauge(meters, "lane.paused", "1 while nothing may be sent with a Publer key", null);
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description, String unit) {
        return MultiGauge.builder("pinplan." + name)
                .description(description)
                .baseUnit(unit)
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        ticks.expect(NAME, EVERY);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        Instant now = clock.now();
        QuarkusTransaction.requiringNew().run(() -> {
            show(Census.taken(now));
            show(Lane.inUse(), now);
        });
        ticks.beat(NAME, now);
    }

    private void show(Census census) {
        first = first == null ? census.at() : first;
        last = census;
        show(living, census.living(), Group::count);
        show(oldest, census.living(), group -> seconds(group, census));
        show(ended, census.ended(), Group::count);
        show(lag, seconds(census.waiting(), census));
        show(doubt, seconds(census.doubt(), census));
        show(overdue, census.overdue().count());
    }

    private void show(List<Lane> lanes, Instant now) {
        used.register(rows(lanes, lane -> lane.used(now)), true);
        paused.register(rows(lanes, lane -> lane.paused(now) ? 1 : 0), true);
    }

    private static List<Row<?>> rows(List<Lane> lanes, Function<Lane, Number> number) {
        return lanes.stream()
                .<Row<?>>map(lane -> Row.of(Tags.of("lane", lane.id.toString()), number.apply(lane)))
                .toList();
    }

    private static void show(MultiGauge gauge, Map<Publishing, Group> groups, Function<Group, Number> number) {
        gauge.register(
                groups.entrySet().stream()
                        .<Row<?>>map(entry -> Row.of(
                                Tags.of("state", entry.getKey().name().toLowerCase(Locale.ROOT)),
                                number.apply(entry.getValue())))
                        .toList(),
                true);
    }

    private static void show(MultiGauge gauge, Number number) {
        gauge.register(List.of(Row.of(Tags.empty(), number)), true);
    }

    private static double seconds(Group group, Census census) {
        return group.age(census.at()).toMillis() / 1000.0;
    }

    /** How many looks are overdue though this application has been up long enough to take them. */
    long neglected() {
        Census census = last;
        boolean justBegun = census == null || census.at().isBefore(first.plus(Census.PATIENCE));
        return justBegun ? 0 : census.overdue().count();
    }
}
