package pinplan.team;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pinplan.web.Site;

/** Prints the set-up link while there is no workspace. After every other start-up step: one of them may make a workspace. */
@Singleton
class FirstRun {
    private static final Logger LOG = Logger.getLogger(FirstRun.class);

    private final SetupToken token;
    private final Clock clock;
    private final boolean announced;
    private final Site site;

    FirstRun(
            SetupToken token,
            Clock clock,
            @ConfigProperty(name = "pinplan.setup.announced", defaultValue = "true") boolean announced,
            Site site) {
        this.token = token;
        this.clock = clock;
        this.announced = announced;
        this.site = site;
    }

    void announce(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent started) {
        if (announced && Workspace.count() == 0) {
            LOG.infof("Nothing is set up yet. Open this link once:%n%n    %s%n", link());
        }
    }

    private String link() {
        return site.address() + "/setup?token=" + token.issue(clock.instant()).text();
    }
}
