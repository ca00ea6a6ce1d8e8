package pinplan.team;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Prints the set-up link while there is no workspace. After every other start-up step: one of them may make a workspace. */
@Singleton
class FirstRun {
    private static final Logger LOG = Logger.getLogger(FirstRun.class);

    private final SetupToken token;
    private final Clock clock;
    private final boolean announced;
    private final String host;
    private final int port;

    FirstRun(
            SetupToken token,
            Clock clock,
            @ConfigProperty(name = "pinplan.setup.announced", defaultValue = "true") boolean announced,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.token = token;
        this.clock = clock;
        this.announced = announced;
        this.host = host;
        this.port = port;
    }

    void announce(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent started) {
        if (announced && Workspace.count() == 0) {
            LOG.infof("Nothing is set up yet. Open this link once:%n%n    %s%n", link());
        }
    }

    private String link() {
        String reachable = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return "http://" + reachable + ":" + port + "/setup?token="
                + token.issue(clock.instant()).text();
    }
}
