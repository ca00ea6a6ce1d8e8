package pinplan.web;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means also: the regular work is being done. Whether Publer can be reached is not asked. */
@Readiness
class TicksReady implements HealthCheck {
    private final Ticks ticks;

    TicksReady(Ticks ticks) {
        this.ticks = ticks;
    }

    @Override
    public HealthCheckResponse call() {
        var missing = ticks.missing();
        return HealthCheckResponse.named("Ticks")
                .status(missing.isEmpty())
                .withData("missing", String.join(", ", missing))
                .build();
    }
}
