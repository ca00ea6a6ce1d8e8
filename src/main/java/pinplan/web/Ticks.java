package pinplan.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When this process last did its regular work, for health and metrics. Ages are measured by the machine's own counter:
 * a clock that is set, or the database's, must not make a dead tick look alive.
 */
@ApplicationScoped
public class Ticks {
    /** A tick may be missed or slow; this many in a row is trouble. */
    private static final int MISSED = 3;

    private static final Duration LEAST = Duration.ofMinutes(1);

    /** What comes so seldom is not there at once after a first time that failed. */
    private static final Duration SELDOM = Duration.ofHours(1);

    private final Map<String, Expected> expected = new ConcurrentHashMap<>();
    private final Map<String, Beat> beats = new ConcurrentHashMap<>();
    private final boolean scheduled;
    private final MeterRegistry meters;
    private final LongSupplier nanos;

    @Inject
    Ticks(
            @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true") boolean scheduled,
            MeterRegistry meters) {
        this(scheduled, meters, System::nanoTime);
    }

    Ticks(boolean scheduled, MeterRegistry meters, LongSupplier nanos) {
        this.scheduled = scheduled;
        this.meters = meters;
        this.nanos = nanos;
    }

    /**
     * At start-up: from now on the application is ready only while this tick is seen, about every so often, and not before it
     * was; but one that comes seldom may still come. Where nothing is scheduled at all nothing is expected.
     */
    public void expect(String name, Duration every) {
        if (scheduled) {
            require(name, every);
        }
    }

    void require(String name, Duration every) {
        expected.put(name, new Expected(every, nanos.getAsLong()));
    }

    /** At the end of a tick. */
    public void beat(String name, Instant at) {
        if (beats.put(name, new Beat(at, nanos.getAsLong())) == null)
            Gauge.builder("pinplan.tick.age", () -> age(name).toMillis() / 1000.0)
                    .description("Seconds since this process last did this regular work")
                    .baseUnit("seconds")
                    .tag("tick", name)
                    .register(meters);
    }

    public Optional<Instant> last(String name) {
        return Optional.ofNullable(beats.get(name)).map(Beat::at);
    }

    /** The expected ticks that were never seen, or not for too long. */
    List<String> missing() {
        return expected.keySet().stream().filter(this::missing).sorted().toList();
    }

    private boolean missing(String name) {
        Expected one = expected.get(name);
        if (beats.containsKey(name)) return age(name).compareTo(one.patience()) > 0;
        return !one.seldom() || since(one.nanos()).compareTo(one.patience()) > 0;
    }

    private Duration age(String name) {
        return since(beats.get(name).nanos());
    }

    private Duration since(long then) {
        return Duration.ofNanos(nanos.getAsLong() - then);
    }

    private record Expected(Duration every, long nanos) {
        Duration patience() {
            Duration patience = every.multipliedBy(MISSED);
            return patience.compareTo(LEAST) < 0 ? LEAST : patience;
        }

        boolean seldom() {
            return every.compareTo(SELDOM) >= 0;
        }
    }

    private record Beat(Instant at, long nanos) {}
}
