package pinplan.web;

import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one way out for mails. */
@ApplicationScoped
public class Letterbox {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final boolean open;
    private final String address;

    /**
     * All mails go by one: where the loop that connects is not the one that listens, a server's greeting can be missed,
     * and one waits in vain for it.
     */
    private final Context loop;

    Letterbox(Vertx vertx, Config config, @ConfigProperty(name = "pinplan.address") String address) {
        this.loop = vertx.getOrCreateContext();
        // The extension has a mail server by default too: here somebody has to have named one.
        this.open = config.getConfigValue("quarkus.mailer.host").getSourceOrdinal() > 0;
        this.address = address.replaceAll("/+$", "");
    }

    /** Whether anybody named a mail server. */
    public boolean open() {
        return open;
    }

    /** Where people reach these pages, without a slash at its end: links in mails begin so. */
    public String address() {
        return address;
    }

    /** Waits until the server took it, and fails where it did not. */
    public void send(MailTemplateInstance letter) {
        letter.send()
                .runSubscriptionOn(task -> loop.runOnContext(now -> task.run()))
                .await()
                .atMost(PATIENCE);
    }
}
