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
import pinplan.autosave.KeptForms;
import pinplan.pin.Called;
import pinplan.pin.Pin;
import pinplan.pin.Refused;
import pinplan.pin.Seen;
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
    private final KeptForms kept;
    private final Clock clock;

    GuestTogether(Viewer viewer, KeptForms kept, Clock clock) {
        this.viewer = viewer;
        this.kept = kept;
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
            return Closed.page(closed.getMessage(), form.unsaved(false));
        }
    }

    private Response approve(Visit visit, GuestForm form, HttpServerRequest request) {
        visit.keeps(kept);
        Response door = GuestPages.door(visit, form);
        if (door != null) {
            return door;
        }
        if (form.ticked().isEmpty()) {
            return Answer.refused(visit.path() + form.back(), "Select the pins you want to approve.");
        }
        Errors errors = form.checked(visit);
        if (errors.any()) {
            return Answer.again(GuestView.again(visit, null, form, errors, clock.instant()));
        }
        Token fresh = visit.guest() == null ? Token.fresh() : null;
        Done done = approved(visit, form, fresh);
        if (done.approved == 0 && !done.left.isEmpty() && !visit.named()) {
            // Nobody knows their name yet: what they typed stays.
            errors.add("", Flash.some(done.left));
            return Answer.again(GuestView.again(visit, null, form, errors, clock.instant()));
        }
        Response answer = done.answer(form);
        return fresh == null || done.by.guest() == null ? answer : visit.known(answer, fresh, request);
    }

    /**
     * @param by known by now, if they were not before, unless nothing of it was approved
     * @param left why each of the others was not
     * @param closed why it ended before the last of them; null: it did not
     */
    private record Done(Visit by, int approved, List<String> left, Visit.Nowhere closed) {
        Response answer(GuestForm form) {
            if (closed != null) {
                return Closed.page(told() + " " + closed.getMessage(), null);
            }
            if (approved == 0 && left.isEmpty()) {
                throw new NotFoundException();
            }
            String back = by.path() + form.back();
            if (left.isEmpty()) {
                return Answer.seeOther(back, (told() + " " + Waiting.of(by).left()).strip());
            }
            return approved == 0 ? Answer.refused(back, told()) : Answer.partly(back, told(), null);
        }

        String told() {
            String done = approved == 0
                    ? ""
                    : "You approved %s. Thank you. ".formatted(approved == 1 ? "1 pin" : approved + " pins");
            return (done + (left.isEmpty() ? "" : "Not approved: " + Flash.some(left))).strip();
        }
    }

    private Done approved(Visit visit, GuestForm form, Token fresh) {
        List<String> left = new ArrayList<>();
        Visit by = visit;
        int approved = 0;
        // No page has more.
        for (String one : form.ticked().stream().limit(GuestView.SIZE).toList()) {
            String[] parts = one.split(":", 2);
            Long id = Ids.read(parts[0]);
            if (parts.length < 2 || id == null) {
                continue;
            }
            Visit before = by;
            try {
                by = visit.as(QuarkusTransaction.requiringNew()
                        .call(() -> approve(before, fresh, form.name(), id, parts[1])));
                approved++;
            } catch (Refused refused) {
                left.add(refused.getMessage());
            } catch (Visit.Nowhere closed) {
                if (approved == 0) {
                    throw closed;
                }
                return new Done(by, approved, left, closed);
            } catch (GuestVoice.Gone | NotFoundException gone) {
                // Who was never shown it learns nothing, not even that it is there.
                GuestPins.shown(visit.link(), id, Seen.read(parts[1]).fingerprint())
                        .ifPresent(shown -> left.add("“%s”: It was changed, taken back or decided on meanwhile."
                                .formatted(Called.by(shown.content.title(), shown.content.link()))));
            }
        }
        return new Done(by, approved, left, null);
    }

    /** @return who did, known from now on */
    private Guest approve(Visit before, Token fresh, String name, Long id, String seen) {
        Pin pin = GuestPins.locked(before.link(), id);
        Instant now = clock.instant();
        // Somebody else may have held the pin for a while.
        Visit visit = before.still(viewer, now);
        Guest guest = visit.speaks(before.guest() == null ? fresh : null, name, now);
        try {
            pin.approve(seen, visit.actor(guest), now);
        } catch (Refused refused) {
            throw new Refused("", "“%s”: %s".formatted(pin.fullName(), refused.getMessage()));
        }
        return guest;
    }
}
