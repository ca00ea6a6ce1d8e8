package pinplan.database;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means also: what is in the database can be read, and sealed on. */
@Readiness
class MasterKeyFits implements HealthCheck {
    private final MasterKey master;

    MasterKeyFits(MasterKey master) {
        this.master = master;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Master key").status(master.fits()).build();
    }
}
