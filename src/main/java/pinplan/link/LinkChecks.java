package pinplan.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether and how pages that pins lead to are looked at. */
@ConfigMapping(prefix = "pinplan.links")
public interface LinkChecks {
    /** Off where the machine has no way out: nothing could be looked at. */
    @WithDefault("true")
    boolean check();

    /** From one request to a server to the next, so that a shop with a thousand pages notices nothing. */
    @WithDefault("5s")
    Duration rest();
}
