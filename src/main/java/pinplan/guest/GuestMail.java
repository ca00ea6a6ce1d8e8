package pinplan.guest;

import io.quarkus.logging.Log;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.quarkus.qute.CheckedTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import pinplan.team.Member;
import pinplan.team.Token;
import pinplan.web.Letterbox;

/** Mails a link to whom it is for. At once or not at all: the key to it is kept nowhere from which it could be sent later. */
@ApplicationScoped
class GuestMail {
    private final Letterbox letterbox;

    GuestMail(Letterbox letterbox) {
        this.letterbox = letterbox;
    }

    /**
     * @param asks what for, and of how many pins
     * @param mayDecide whether they are asked, not only shown
     */
    record Letter(String from, String asks, String workspace, String link, boolean mayDecide, String until) {
        public String subject() {
            return from + " " + asks;
        }
    }

    @CheckedTemplate(basePath = "guest")
    static class Templates {
        private Templates() {}

        static native MailTemplateInstance mail(Letter letter);
    }

    boolean possible() {
        return letterbox.open();
    }

    boolean mailed(GuestLinkForm form, Token token, Member by) {
        Letter letter = form.letter(letterbox.address() + "/g/" + token.text(), by);
        try {
            letterbox.send(Templates.mail(letter).to(form.mail).subject(letter.subject()));
            return true;
        } catch (RuntimeException e) {
            Log.warnf("The mail with a guest link did not go out: %s", e.getMessage());
            return false;
        }
    }
}
