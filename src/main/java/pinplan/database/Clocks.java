package pinplan.database;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The one place that asks what time it is. Tests shift every clock of the application by one offset. */
@Singleton
public class Clocks {
    private volatile Duration offset = Duration.ZERO;
    private volatile Duration drift = Duration.ZERO;

    /** Moves pages, ticks and the sandbox together. */
    public void shift(Duration by) {
        offset = offset.plus(by);
    }

    /** The application's clock alone goes wrong: the database's does not. */
    public void drift(Duration by) {
        drift = by;
    }

    public void reset() {
        offset = Duration.ZERO;
        drift = Duration.ZERO;
    }

    Duration offset() {
        return offset;
    }

    @Produces
    @Singleton
    Clock clock() {
        return new Shifted();
    }

    /** As fine as PostgreSQL keeps it, so that a moment that was stored is still the same moment. */
    private class Shifted extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), offset.plus(drift));
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset).plus(drift).truncatedTo(ChronoUnit.MICROS);
        }
    }
}
