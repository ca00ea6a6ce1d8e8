package pinplan.publishing;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means also: what Publer holds for us is being looked after. That the ticks tick is not enough for that. */
@Readiness
class LooksReady implements HealthCheck {
    private final Gauges gauges;

    LooksReady(Gauges gauges) {
        this.gauges = gauges;
    }

    @Override
    public HealthCheckResponse call() {
        long neglected = gauges.neglected();
        return HealthCheckResponse.named("Looks")
                .status(neglected == 0)
                .withData("overdue", neglected)
                .build();
    }
}
