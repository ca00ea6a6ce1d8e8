package pinplan.guest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.autosave.KeptForms;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinPage.Verb;
import pinplan.pin.Pointer;
import pinplan.pin.Refused;
import pinplan.pin.Seen;
import pinplan.review.Audience;
import pinplan.review.Comment;
import pinplan.review.Passage;
import pinplan.team.Token;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.Open;

/** What guests say about a pin that their link shows: yes, no, or something. */
@Path("/g/{token}/pins/{id}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Open(why = "a guest is no member; the token is the key, looked at for each request")
class GuestVoice {
    private static final String GONE =
            "This pin is not shown here any more: it was changed, taken back or decided on meanwhile."
                    + " What you typed was not sent, but it is not lost: copy it and send it to whoever gave you this link.";

    private final Viewer viewer;
    private final KeptForms kept;
    private final Clock clock;

    GuestVoice(Viewer viewer, KeptForms kept, Clock clock) {
        this.viewer = viewer;
        this.kept = kept;
        this.clock = clock;
    }

    @POST
    @Path("approve")
    public Response approve(
            @RestPath String token,
            @RestPath Long id,
            @CookieParam(GuestPages.COOKIE) String cookie,
            @BeanParam GuestForm form,
            @Context HttpServerRequest request) {
        return act(
                token,
                cookie,
                id,
                form.in(GuestForm.APPROVE),
                (pin, by, now) -> pin.approve(form.seen(), by, now),
                "You approved “%s”. Thank you.",
                request);
    }

    @POST
    @Path("request-changes")
    public Response requestChanges(
            @RestPath String token,
            @RestPath Long id,
            @CookieParam(GuestPages.COOKIE) String cookie,
            @BeanParam GuestForm form,
            @Context HttpServerRequest request) {
        return act(
                token,
                cookie,
                id,
                form.in(GuestForm.CHANGE),
                (pin, by, now) -> pin.requestChanges(form.note(), Pointer.read(form.pointer, pin), by, now),
                "You asked for changes to “%s”. It comes back once they are made.",
                request);
    }

    @POST
    @Path("comments")
    public Response comment(
            @RestPath String token,
            @RestPath Long id,
            @CookieParam(GuestPages.COOKIE) String cookie,
            @BeanParam GuestForm form,
            @Context HttpServerRequest request) {
        Passage.inForce().turnTo(form.thread);
        return act(
                token,
                cookie,
                id,
                form.in(GuestForm.COMMENT),
                (pin, by, now) -> say(pin, form, by, now),
                "Your comment is posted.",
                request);
    }

    private static void say(Pin pin, GuestForm form, Actor by, Instant now) {
        if (form.thread == null) {
            Comment.begin(pin, Audience.EXTERNAL, form.comment(), Pointer.read(form.pointer, pin), by, now);
        } else {
            Comment.external(pin, form.thread).answer(form.comment(), by, now);
        }
    }

    private Response act(
            String token, String cookie, Long id, GuestForm form, Verb verb, String flash, HttpServerRequest request) {
        try {
            return act(Visit.at(token, cookie, viewer, clock.instant()), id, form, verb, flash, request);
        } catch (Visit.Nowhere closed) {
            return Closed.page(closed.getMessage(), form.unsaved(false));
        }
    }

    private Response act(Visit visit, Long id, GuestForm form, Verb verb, String flash, HttpServerRequest request) {
        visit.keeps(kept);
        Response door = GuestPages.door(visit, form);
        if (door != null) {
            return door;
        }
        if (!GuestPins.shows(visit.link(), id)) {
            return gone(visit, id, form);
        }
        Errors errors = form.checked(visit);
        if (errors.any()) {
            return Answer.again(GuestView.again(visit, id, form, errors, clock.instant()));
        }
        Token fresh = visit.guest() == null ? Token.fresh() : null;
        Done done;
        try {
            done = QuarkusTransaction.requiringNew().call(() -> done(visit, fresh, id, form, verb));
        } catch (Refused refused) {
            errors.add(form.field(refused.field()), refused.getMessage());
            return Answer.again(GuestView.again(visit, id, form, errors, clock.instant()));
        } catch (Gone justNow) {
            return gone(visit, id, form);
        }
        Response answer = form.speaks()
                ? Answer.seeOther(visit.path() + form.back() + "#talk-" + id, flash)
                : decided(visit, form, done, flash);
        return fresh == null ? answer : visit.known(answer, fresh, request);
    }

    /** On to what waits behind it, below the thanks; who said something stays where they said it. */
    private static Response decided(Visit visit, GuestForm form, Done done, String flash) {
        Waiting waiting = Waiting.of(visit);
        String list = form.back().isEmpty() ? "?" : form.back() + "&";
        String to = waiting.behind(done.pin)
                .map(next -> "%sat=%d#next".formatted(list, next.id))
                .orElse(form.back());
        return Answer.seeOther(
                visit.path() + to,
                "%s %s".formatted(flash.formatted(done.name), waiting.left()).strip());
    }

    /** @param name as it is told */
    private record Done(Pin pin, String name) {}

    private Done done(Visit before, Token fresh, Long id, GuestForm form, Verb verb) {
        Instant now = clock.instant();
        Pin pin = GuestPins.locked(before.link(), id);
        // Somebody else may have held the pin for a while.
        Visit visit = before.still(viewer, now);
        if (form.speaks()) {
            Pace.keep(visit.link(), now);
        }
        verb.on(pin, visit.actor(visit.speaks(fresh, form.name(), now)), now);
        return new Done(pin, pin.fullName());
    }

    /** The page without it, and with what they typed. Who was never shown it learns nothing, not even that it is there. */
    private Response gone(Visit visit, Long id, GuestForm form) {
        GuestPins.shown(visit.link(), id, Seen.read(form.seen()).fingerprint()).orElseThrow(NotFoundException::new);
        return Answer.clash(GuestView.again(visit, id, form, new Errors().add("gone", GONE), clock.instant()));
    }

    /** The pin left the page between the first look and the lock. */
    static class Gone extends RuntimeException {
        Gone() {
            super(null, null, false, false);
        }
    }
}
