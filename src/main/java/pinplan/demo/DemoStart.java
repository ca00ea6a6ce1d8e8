package pinplan.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pinplan.team.Role;
import pinplan.team.Workspace;

/** {@code PINPLAN_DEMO=true}: the demo without asking, on a database that has no workspace yet. */
@ApplicationScoped
class DemoStart {
    private static final Logger LOG = Logger.getLogger(DemoStart.class);

    private final Demo demo;
    private final boolean wanted;
    private final ZoneId zone;

    DemoStart(
            Demo demo,
            @ConfigProperty(name = "pinplan.demo", defaultValue = "false") boolean wanted,
            @ConfigProperty(name = "pinplan.demo-zone", defaultValue = "UTC") String zone) {
        this.demo = demo;
        this.wanted = wanted;
        this.zone = ZoneId.of(zone);
    }

    ZoneId zone() {
        return zone;
    }

    /** Before the set-up link is printed, which is for a database without a workspace. */
    void make(@Observes @Priority(Interceptor.Priority.APPLICATION + 500) StartupEvent started) {
        if (wanted && Workspace.count() == 0) {
            demo.make(zone, () -> {});
            LOG.infof(
                    "The demo is ready: sign in as %s, %s, %s or %s with the password %s",
                    Demo.email(Role.OWNER),
                    Demo.email(Role.APPROVER),
                    Demo.email(Role.CREATOR),
                    Demo.email(Role.VIEWER),
                    Demo.PASSWORD);
        }
    }
}
