package pinplan.publishing;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import pinplan.web.Ticks;

/** Ready means, among others: what is due is being sent, and what was sent is being followed. */
@Singleton
class Expectations {
    /** They tick each second, but one tick may upload a video, and Publer may take its time over each answer. */
    private static final Duration USUALLY = Duration.ofMinutes(2);

    void start(@Observes StartupEvent event, Ticks ticks) {
        ticks.expect("dispatcher", USUALLY);
        ticks.expect("reconciler", USUALLY);
    }
}
