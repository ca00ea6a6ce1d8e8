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
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.pin.Called;
import pinplan.pin.Pin;
import pinplan.pin.Refused;
import pinplan.pin.Seen;
import pinplan.pin.Unsaved;
import pinplan.team.Token;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.Flash;
import pinplan.web.Ids;
import pinplan.web.Open;

/** A guest approves many pins at once. Each is a decision of its own: what is refused holds up none of the others. */
@Path("/g/{token}/approve")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Open(why = "a guest is no member; the token is the key, looked at for each request")
class GuestTogether {
    private final Viewer viewer;
    private final Clock clock;

    GuestTogether(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    public Response approve(
            @RestPath String token,
            @CookieParam(GuestPages.COOKIE) String cookie,
            @BeanParam GuestForm form,
            @Context HttpServerRequest request) {
        form.in(GuestForm.SEVERAL);
        try {
            return approve(Visit.at(token, cookie, viewer, clock.instant()), form, request);
        } catch (Visit.Nowhere closed) {
            return Closed.page(closed, form.unsaved(false));
        }
    }

    private Response approve(Visit visit, GuestForm form, HttpServerRequest request) {
        Instant now = clock.instant();
        if (!visit.admitted()) {
            Unsaved unsaved = form.unsaved(false);
            return unsaved == null
                    ? Answer.seeOther(visit.path())
                    : Answer.again(GuestPages.passcode(visit, new Errors(), unsaved));
        }
        String back = visit.path() + form.back();
        if (form.ticked().isEmpty()) {
            return Answer.refused(back, "Select the pins you want to approve.");
        }
        Errors errors = form.checked(visit);
        if (errors.any()) {
            return Answer.again(GuestView.again(visit, null, form, errors, now));
        }
        Token fresh = visit.guest() == null ? Token.fresh() : null;
        Visit named = visit.as(QuarkusTransaction.requiringNew()
                .call(() -> visit.still(viewer, now).speaks(fresh, form.name(), now)));
        Response answer = approve(named, form, back);
        return fresh == null ? answer : visit.known(answer, fresh, request);
    }

    private Response approve(Visit visit, GuestForm form, String back) {
        List<String> left = new ArrayList<>();
        int approved = 0;
        // No page has more.
        for (String one : form.ticked().stream().limit(GuestView.SIZE).toList()) {
            String[] parts = one.split(":", 2);
            Long id = Ids.read(parts[0]);
            if (parts.length < 2 || id == null) {
                continue;
            }
            try {
                QuarkusTransaction.requiringNew().run(() -> approve(visit, id, parts[1]));
                approved++;
            } catch (Refused refused) {
                left.add(refused.getMessage());
            } catch (GuestVoice.Gone | NotFoundException gone) {
                // Who was never shown it learns nothing, not even that it is there.
                GuestPins.shown(visit.link(), id, Seen.read(parts[1]).fingerprint())
                        .ifPresent(shown -> left.add("“%s”: It was changed, taken back or decided on meanwhile."
                                .formatted(Called.by(shown.content.title(), shown.content.link()))));
            }
        }
        if (approved == 0 && left.isEmpty()) {
            throw new NotFoundException();
        }
        String told = approved == 0
                ? ""
                : "You approved %s. Thank you. ".formatted(approved == 1 ? "1 pin" : approved + " pins");
        return left.isEmpty()
                ? Answer.seeOther(back, (told + Waiting.of(visit).left()).strip())
                : Answer.refused(back, told + "Not approved: " + Flash.some(left));
    }

    private void approve(Visit visit, Long id, String seen) {
        Pin pin = GuestPins.locked(visit.link(), id);
        Instant now = clock.instant();
        try {
            // Somebody else may have held the pin for a while.
            pin.approve(seen, visit.still(viewer, now).actor(), now);
        } catch (Refused refused) {
            throw new Refused("", "“%s”: %s".formatted(pin.fullName(), refused.getMessage()));
        }
    }
}
