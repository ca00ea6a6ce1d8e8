package pinplan.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.web.Answer;
import pinplan.web.Open;

/**
 * Turns off, by one click out of a mail and without anybody being signed in, the mails about what that mail was about. The click
 * may be a mail provider's (RFC 8058): it comes from no page of ours, and follows no redirect. The address alone says who
 * asks for what; a session that comes with it is not looked at.
 */
@Path("/unsubscribe/{token}")
@Open(why = "the address is signed, stands in one person's mail, and does nothing but turn such mails off")
class Unsubscribing {
    private final OptOut optOut;

    Unsubscribing(OptOut optOut) {
        this.optOut = optOut;
    }

    @CheckedTemplate(basePath = "notification")
    static class Templates {
        static native TemplateInstance unsubscribe(String token, String workspace, List<News> news, boolean done);
    }

    /** Changes nothing: programs that look at mails open every link in them. */
    @GET
    public TemplateInstance ask(@RestPath String token) {
        return page(mailing(token), token, false);
    }

    @POST
    @Transactional
    public Response stop(@RestPath String token) {
        Mailing mailing = mailing(token);
        Notification.news(mailing)
                .forEach(news -> Preference.choose(mailing.workspace, mailing.member, news, Pace.OFF));
        return Answer.page(page(mailing, token, true));
    }

    private static TemplateInstance page(Mailing mailing, String token, boolean done) {
        return Templates.unsubscribe(token, mailing.workspace.name, Notification.news(mailing), done);
    }

    private Mailing mailing(String token) {
        return optOut.read(token).flatMap(Mailing::signed).orElseThrow(Unsubscribing::unknown);
    }

    private static NotFoundException unknown() {
        return new NotFoundException("This link does not work: it is incomplete, or from a very old mail."
                + " Sign in and choose in Settings what is mailed to you.");
    }
}
