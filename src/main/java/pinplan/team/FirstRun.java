package pinplan.team;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Prints the set-up link while there is no workspace, once the link can be opened: start-up may make a workspace. */
@Singleton
class FirstRun {
    private static final Logger LOG = Logger.getLogger(FirstRun.class);

    private final SetupToken token;
    private final Clock clock;
    private final HttpServer server;
    private final boolean announced;

    FirstRun(
            SetupToken token,
            Clock clock,
            HttpServer server,
            @ConfigProperty(name = "pinplan.setup.announced", defaultValue = "true") boolean announced) {
        this.token = token;
        this.clock = clock;
        this.server = server;
        this.announced = announced;
    }

    void announce(@ObservesAsync HttpServerStart pages) {
        if (announced && Workspace.count() == 0) {
            String link = "http://" + reachable(pages.options().getHost()) + ":"
                    + server.getPort() + "/setup?token="
                    + token.issue(clock.instant()).text();
            LOG.infof("Nothing is set up yet. Open this link once:%n%n    %s%n", link);
        }
    }

    private static String reachable(String host) {
        return host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    }
}
