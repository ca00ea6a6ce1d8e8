package pinplan.review;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinPage;
import pinplan.pin.Pointer;
import pinplan.pin.Refused;
import pinplan.pin.Remark;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** Talking about a pin, on its page. */
@Path("/pins")
@Needs(Right.COMMENT)
class Comments {
    private final Viewer viewer;
    private final PinPage page;
    private final Clock clock;

    Comments(Viewer viewer, PinPage page, Clock clock) {
        this.viewer = viewer;
        this.page = page;
        this.clock = clock;
    }

    /** One thing that a person does to what is said about a pin; what comes of it is looked at next. */
    private interface Verb {
        Comment on(Pin pin, Actor by, Instant now);
    }

    /** @param thread what it answers; null to begin one */
    @POST
    @Path("/{id}/comments")
    public Response say(
            @RestPath Long id,
            @RestForm String comment,
            @RestForm String audience,
            @RestForm Long thread,
            @BeanParam Pointer.Typed pointer) {
        Audience readers = Audience.EXTERNAL.name().equals(audience) ? Audience.EXTERNAL : Audience.INTERNAL;
        String typed = text(comment);
        if (thread == null) {
            return act(
                    id,
                    (pin, by, now) -> Comment.begin(pin, readers, typed, Pointer.read(pointer, pin), by, now),
                    "",
                    readers.field(),
                    new Remark(typed, pointer));
        }
        Passage.inForce().turnTo(thread);
        return act(
                id,
                (pin, by, now) -> Comment.locked(pin, thread).answer(typed, by, now),
                "",
                Comment.answerField(thread),
                new Remark(typed));
    }

    /** The comment's own address, for who has to sign in first: what follows a # does not survive that. */
    @GET
    @Path("/{id}/comments/{comment}")
    @Needs(Right.SEE)
    public Response show(@RestPath Long id, @RestPath Long comment) {
        Pin pin = Pin.in(viewer.workspace(), id);
        return Answer.seeOther(Comment.in(pin, comment).place());
    }

    @POST
    @Path("/{id}/comments/{comment}")
    public Response edit(@RestPath Long id, @RestPath Long comment, @RestForm String text, @RestForm String seen) {
        String typed = text(text);
        String changes = Objects.toString(seen, "");
        Passage.inForce().turnTo(comment);
        return act(
                id,
                (pin, by, now) -> Comment.locked(pin, comment).edit(typed, changes, by, now),
                "Saved.",
                Comment.field(comment),
                new Remark(typed));
    }

    @POST
    @Path("/{id}/comments/{comment}/delete")
    public Response delete(@RestPath Long id, @RestPath Long comment) {
        return act(id, (pin, by, now) -> Comment.locked(pin, comment).delete(by, now), "Your comment is deleted.");
    }

    @POST
    @Path("/{id}/comments/{comment}/resolve")
    public Response resolve(@RestPath Long id, @RestPath Long comment) {
        return act(id, (pin, by, now) -> Comment.locked(pin, comment).resolve(by, now), "Resolved.");
    }

    @POST
    @Path("/{id}/comments/{comment}/reopen")
    public Response reopen(@RestPath Long id, @RestPath Long comment) {
        return act(id, (pin, by, now) -> Comment.locked(pin, comment).reopen(by, now), "Open again.");
    }

    private Response act(Long id, Verb verb, String flash) {
        return act(id, verb, flash, "action", new Remark(""));
    }

    /** @param field where it is said what is wrong with what was typed */
    private Response act(Long id, Verb verb, String flash, String field, Remark typed) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Comment done = verb.on(Pin.in(viewer.workspace(), id), Actor.of(viewer), clock.instant());
                String said = flash.isEmpty() ? done.unheard() : flash;
                return said.isEmpty() ? Answer.seeOther(done.place()) : Answer.seeOther(done.place(), said);
            });
        } catch (Refused refused) {
            String where = refused.field().isEmpty() ? "action" : field;
            return page.refused(id, new Refused(where, refused.getMessage()), where, typed);
        } catch (NotFoundException none) {
            return page.gone(id, typed, none);
        }
    }

    private static String text(String typed) {
        return Objects.toString(typed, "")
                .replace("\0", "")
                .replace("\r\n", "\n")
                .strip();
    }
}
