package pinplan.team;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prints the set-up link while there is no workspace. After every other start-up step: one of them may make a workspace. */
@Singleton
class FirstRun {
    private final SetupToken token;
    private final Clock clock;
    private final boolean announced;

    FirstRun(
            SetupToken token,
            Clock clock,
            @ConfigProperty(name = "pinplan.setup.announced", defaultValue = "true") boolean announced) {
        this.token = token;
        this.clock = clock;
        this.announced = announced;
    }

    void announce(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent started) {
        if (announced && Workspace.count() == 0) {
            token.announce(clock.instant());
        }
    }
}
