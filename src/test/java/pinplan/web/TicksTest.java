package pinplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TicksTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Ticks ticks = new Ticks(true, meters, nanos::get);

    @Test
    void nothingExpectedIsNothingMissing() {
        assertThat(ticks.missing()).isEmpty();
        assertThat(ticks.last("dispatcher")).isEmpty();
    }

    @Test
    void anExpectedTickIsMissingUntilItIsSeen() {
        ticks.expect("dispatcher", Duration.ofSeconds(1));
        assertThat(ticks.missing()).containsExactly("dispatcher");
        ticks.beat("dispatcher", Instant.EPOCH);
        assertThat(ticks.missing()).isEmpty();
        assertThat(ticks.last("dispatcher")).contains(Instant.EPOCH);
    }

    @Test
    void oneThatComesSeldomMayStillComeWhenItsFirstFailed() {
        ticks.expect("sweep", Duration.ofHours(1));
        assertThat(ticks.missing()).isEmpty();
        pass(Duration.ofHours(3));
        assertThat(ticks.missing()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(ticks.missing()).containsExactly("sweep");
        ticks.beat("sweep", Instant.EPOCH);
        assertThat(ticks.missing()).isEmpty();
    }

    @Test
    void afterThreeMissedOnesItIsMissing() {
        ticks.expect("boards", Duration.ofMinutes(10));
        ticks.beat("boards", Instant.EPOCH);
        pass(Duration.ofMinutes(30));
        assertThat(ticks.missing()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(ticks.missing()).containsExactly("boards");
    }

    @Test
    void aQuickTickMayPauseForAMinute() {
        ticks.expect("dispatcher", Duration.ofSeconds(1));
        ticks.beat("dispatcher", Instant.EPOCH);
        pass(Duration.ofSeconds(59));
        assertThat(ticks.missing()).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(ticks.missing()).containsExactly("dispatcher");
    }

    @Test
    void itsAgeIsAMetric() {
        ticks.beat("dispatcher", Instant.EPOCH);
        pass(Duration.ofSeconds(7));
        assertThat(meters.get("pinplan.tick.age")
                        .tag("tick", "dispatcher")
                        .gauge()
                        .value())
                .isEqualTo(7.0);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
