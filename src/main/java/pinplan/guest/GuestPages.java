package pinplan.guest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
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
import pinplan.guest.GuestView.Typed;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinPage.Verb;
import pinplan.pin.Pointer;
import pinplan.pin.Refused;
import pinplan.review.Audience;
import pinplan.review.Comment;
import pinplan.team.Passwords;
import pinplan.team.Token;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.Open;
import pinplan.web.Paging;

/** Where a guest link leads: one page with its pins, on which everything is done. */
@Path("/g/{token}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Open(why = "a guest is no member; the token is the key, looked at for each request")
class GuestPages {
    static final String COOKIE = "guest";
    /** Each is shown whole, one below the other on a phone. */
    private static final int SIZE = 12;

    private final Viewer viewer;
    private final Passwords passwords;
    private final Clock clock;

    GuestPages(Viewer viewer, Passwords passwords, Clock clock) {
        this.viewer = viewer;
        this.passwords = passwords;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "guest")
    static class Templates {
        static native TemplateInstance pins(GuestView view);

        static native TemplateInstance passcode(GuestLink link, String base, Errors errors);
    }

    @GET
    public TemplateInstance page(@RestPath String token, @CookieParam(COOKIE) String cookie, @RestQuery Integer page) {
        Visit visit = Visit.at(token, cookie, viewer, clock.instant());
        return visit.admitted()
                ? show(visit, page, Typed.NOTHING, new Errors())
                : Templates.passcode(visit.link(), visit.path(), new Errors());
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
        boolean right = QuarkusTransaction.requiringNew()
                .call(() -> visit.link().admits(Objects.toString(passcode, "").strip(), passwords, now));
        if (!right) {
            Errors errors = new Errors()
                    .add(
                            "passcode",
                            "This is not the passcode, or it was tried too often. Wait a little and look again.");
            return Answer.again(Templates.passcode(visit.link(), visit.path(), errors));
        }
        Token guest = Token.fresh();
        QuarkusTransaction.requiringNew().run(() -> Guest.begin(visit.link(), guest, "", now));
        return known(Answer.seeOther(visit.path()), visit, guest, request);
    }

    @POST
    @Path("/pins/{id}/approve")
    public Response approve(
            @RestPath String token,
            @RestPath Long id,
            @CookieParam(COOKIE) String cookie,
            @RestForm String name,
            @RestForm Integer page,
            @RestForm String seen,
            @Context HttpServerRequest request) {
        return act(
                Visit.at(token, cookie, viewer, clock.instant()),
                new Typed(id, page, line(name), "", ""),
                (pin, by, now) -> pin.approve(Objects.toString(seen, ""), by, now),
                "You approved it. Thank you.",
                "decision",
                request);
    }

    @POST
    @Path("/pins/{id}/request-changes")
    public Response requestChanges(
            @RestPath String token,
            @RestPath Long id,
            @CookieParam(COOKIE) String cookie,
            @RestForm String name,
            @RestForm Integer page,
            @RestForm String note,
            @BeanParam Pointer.Typed pointer,
            @Context HttpServerRequest request) {
        String typed = text(note);
        return act(
                Visit.at(token, cookie, viewer, clock.instant()),
                new Typed(id, page, line(name), typed, ""),
                (pin, by, now) -> pin.requestChanges(typed, Pointer.read(pointer, pin), by, now),
                "You asked for changes. It comes back once they are made.",
                "decision",
                request);
    }

    /** @param thread what it answers; null to begin one */
    @POST
    @Path("/pins/{id}/comments")
    public Response comment(
            @RestPath String token,
            @RestPath Long id,
            @CookieParam(COOKIE) String cookie,
            @RestForm String name,
            @RestForm Integer page,
            @RestForm String comment,
            @RestForm Long thread,
            @Context HttpServerRequest request) {
        String typed = text(comment);
        return act(
                Visit.at(token, cookie, viewer, clock.instant()),
                new Typed(id, page, line(name), "", typed),
                (pin, by, now) -> say(pin, thread, typed, by, now),
                "Said.",
                "comment",
                request);
    }

    private static void say(Pin pin, Long thread, String typed, Actor by, Instant now) {
        if (thread == null) {
            Comment.begin(pin, Audience.EXTERNAL, typed, by, now);
        } else {
            Comment.external(pin, thread).answer(typed, by, now);
        }
    }

    /** @param button where a refusal that is about no field is said */
    private Response act(Visit visit, Typed typed, Verb verb, String flash, String button, HttpServerRequest request) {
        if (!visit.admitted()) {
            return Answer.seeOther(visit.path());
        }
        GuestPins.mustShow(visit.link(), typed.pin());
        Errors errors = new Errors();
        if (!visit.named()) {
            pinplan.web.Typed.line("name", typed.name(), errors)
                    .required("Say who you are, once.")
                    .atMost(100);
        }
        if (errors.any()) {
            return Answer.again(show(visit, typed.page(), typed, errors));
        }
        Token fresh = visit.guest() == null ? Token.fresh() : null;
        try {
            QuarkusTransaction.requiringNew().run(() -> done(visit, fresh, typed, verb));
        } catch (Refused refused) {
            String field = refused.field().equals("note") ? "note" : button;
            return Answer.again(show(visit, typed.page(), typed, errors.add(field, refused.getMessage())));
        }
        Response done = Answer.seeOther(
                visit.path() + (Paging.asked(typed.page()) > 1 ? "?page=" + Paging.asked(typed.page()) : "") + "#pin-"
                        + typed.pin(),
                flash);
        return fresh == null ? done : known(done, visit, fresh, request);
    }

    private void done(Visit visit, Token fresh, Typed typed, Verb verb) {
        Instant now = clock.instant();
        Guest guest = fresh == null ? visit.guest().fresh() : Guest.begin(visit.link(), fresh, typed.name(), now);
        if (guest.name.isEmpty()) {
            guest.name = typed.name();
        }
        Pin pin = Pin.locked(visit.link().workspace, typed.pin());
        verb.on(pin, visit.actor(guest), now);
    }

    private TemplateInstance show(Visit visit, Integer page, Typed typed, Errors errors) {
        int asked = Paging.asked(page);
        return Templates.pins(new GuestView(
                visit,
                Paging.of(GuestPins.of(visit.link(), Paging.first(asked, SIZE), SIZE + 1), asked, SIZE),
                typed,
                errors,
                clock.instant()));
    }

    private static Response known(Response answer, Visit visit, Token guest, HttpServerRequest request) {
        return Response.fromResponse(answer)
                .cookie(new jakarta.ws.rs.core.NewCookie.Builder(COOKIE)
                        .value(guest.text())
                        .path(visit.path())
                        .expiry(java.util.Date.from(visit.link().expiresAt))
                        .httpOnly(true)
                        .secure("https".equals(request.scheme()))
                        .sameSite(jakarta.ws.rs.core.NewCookie.SameSite.LAX)
                        .build())
                .build();
    }

    private static String line(String typed) {
        return Objects.toString(typed, "").replace("\0", "").strip();
    }

    private static String text(String typed) {
        return line(typed).replace("\r\n", "\n");
    }
}
