package pinplan.web;

import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** The one way out for mails. */
@ApplicationScoped
public class Letterbox {
    private static final Logger LOG = Logger.getLogger(Letterbox.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final boolean open;
    private final Site site;

    /**
     * All mails go by one: where the loop that connects is not the one that listens, a server's greeting can be missed,
     * and one waits in vain for it.
     */
    private final Context loop;

    Letterbox(Vertx vertx, Config config, Site site) {
        this.loop = vertx.getOrCreateContext();
        // The extension has a mail server by default too: here somebody has to have named one.
        this.open = config.getConfigValue("quarkus.mailer.host").getSourceOrdinal() > 0;
        this.site = site;
    }

    void start(@Observes StartupEvent event) {
        if (open && !site.said()) {
            LOG.warnf(
                    "Links in mails will begin with %s: set PINPLAN_ADDRESS to where people reach Pinplan.",
                    site.address());
        }
    }

    /** Whether anybody named a mail server. */
    public boolean open() {
        return open;
    }

    /** See {@link Site#address}. */
    public String address() {
        return site.address();
    }

    /** Waits until the server took it, and fails where it did not. */
    public void send(MailTemplateInstance letter) {
        letter.send()
                .runSubscriptionOn(task -> loop.runOnContext(now -> task.run()))
                .await()
                .atMost(PATIENCE);
    }
}
