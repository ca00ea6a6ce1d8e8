package pinplan.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an inbox keeps what it tells. */
@ConfigMapping(prefix = "pinplan.notifications")
public interface Retention {
    /**
     * So long what was read stays: whoever looks for what they were told of a season's campaign still finds it. It is no
     * record: what happened stands in the activity for good. The link by which a mail turns such mails off works as long.
     */
    @WithDefault("P180D")
    Duration kept();
}
