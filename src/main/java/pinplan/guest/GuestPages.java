package pinplan.guest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.autosave.KeptForms;
import pinplan.pin.Unsaved;
import pinplan.team.Passwords;
import pinplan.team.Token;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.Open;

/** Where a guest link leads: one page with its pins, on which everything is done. */
@Path("/g/{token}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Open(why = "a guest is no member; the token is the key, looked at for each request")
class GuestPages {
    static final String COOKIE = "guest";

    private final Viewer viewer;
    private final KeptForms kept;
    private final Passwords passwords;
    private final Clock clock;

    GuestPages(Viewer viewer, KeptForms kept, Passwords passwords, Clock clock) {
        this.viewer = viewer;
        this.kept = kept;
        this.passwords = passwords;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "guest")
    static class Templates {
        static native TemplateInstance passcode(GuestLink link, String base, Errors errors, Unsaved unsaved);
    }

    @GET
    public TemplateInstance page(
            @RestPath String token,
            @CookieParam(COOKIE) String cookie,
            @RestQuery Integer page,
            @RestQuery Long at,
            @RestQuery String ticked) {
        Visit visit = Visit.at(token, cookie, viewer, clock.instant());
        visit.keeps(kept);
        return visit.admitted()
                ? GuestView.of(visit, page, at, ticked, visit.named() ? "" : kept.lastly("name"), clock.instant())
                : passcode(visit, new Errors(), null);
    }

    @POST
    public Response enter(
            @RestPath String token,
            @CookieParam(COOKIE) String cookie,
            @RestForm String passcode,
            @Context HttpServerRequest request) {
        Instant now = clock.instant();
        Visit visit = Visit.at(token, cookie, viewer, now);
        if (visit.admitted()) {
            return Answer.seeOther(visit.path());
        }
        String typed = Objects.toString(passcode, "").strip();
        if (typed.isEmpty()) {
            return refused(visit, "Type the passcode.");
        }
        Admission admission =
                QuarkusTransaction.requiringNew().call(() -> visit.link().admits(typed, passwords, now));
        if (admission != Admission.RIGHT) {
            return refused(visit, admission.refusal);
        }
        Token guest = Token.fresh();
        QuarkusTransaction.requiringNew().run(() -> Guest.begin(visit.link(), guest, "", now));
        return visit.known(Answer.seeOther(visit.path()), guest, request);
    }

    private static Response refused(Visit visit, String why) {
        return Answer.again(passcode(visit, new Errors().add("passcode", why), null));
    }

    /** What they are shown before anything that they send is looked at; null: nothing, they are in. */
    static Response door(Visit visit, GuestForm form) {
        if (visit.admitted()) {
            return null;
        }
        Unsaved unsaved = form.unsaved(false);
        return unsaved == null ? Answer.seeOther(visit.path()) : Answer.again(passcode(visit, new Errors(), unsaved));
    }

    /** @param unsaved what they typed before they were asked for it; null: nothing */
    private static TemplateInstance passcode(Visit visit, Errors errors, Unsaved unsaved) {
        return Templates.passcode(visit.link(), visit.path(), errors, unsaved);
    }
}
