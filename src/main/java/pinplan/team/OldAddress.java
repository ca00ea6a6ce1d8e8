package pinplan.team;

import io.quarkus.logging.Log;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.quarkus.qute.CheckedTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import pinplan.web.Letterbox;

/** Tells the address that somebody went by until now, so that they hear of it where it was not them who changed it. */
@ApplicationScoped
class OldAddress {
    private final Letterbox letterbox;

    OldAddress(Letterbox letterbox) {
        this.letterbox = letterbox;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        private Templates() {}

        static native MailTemplateInstance emailChanged(String workspace);
    }

    boolean possible() {
        return letterbox.open();
    }

    boolean told(String address, Workspace workspace) {
        if (!possible()) {
            return false;
        }
        try {
            letterbox.send(
                    Templates.emailChanged(workspace.name).to(address).subject("Your Pinplan email was changed"));
            return true;
        } catch (RuntimeException e) {
            Log.warnf("The mail to an address that somebody went by did not go out: %s", e.getMessage());
            return false;
        }
    }
}
