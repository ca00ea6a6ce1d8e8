package pinplan.web;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says at once, and in one sentence, that the port of the pages is taken: before any regular work would begin in vain. */
@Singleton
class FreePort {
    /** Before the scheduler, which begins with 0. */
    private static final int FIRST = -1;

    void check(
            @Observes @Priority(FIRST) StartupEvent start,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        if (LaunchMode.current() != LaunchMode.NORMAL || port == 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw new ConfigurationException(
                    "Pinplan cannot listen on port %d of %s: %s. Set QUARKUS_HTTP_PORT to a free one."
                            .formatted(port, host, taken.getMessage()));
        }
    }
}
