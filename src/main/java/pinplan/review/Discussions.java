package pinplan.review;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinPage;
import pinplan.pin.Refused;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** Saying something about a pin, on its page. */
@Path("/pins")
class Discussions {
    private final Viewer viewer;
    private final PinPage page;
    private final Clock clock;

    Discussions(Viewer viewer, PinPage page, Clock clock) {
        this.viewer = viewer;
        this.page = page;
        this.clock = clock;
    }

    /** @param thread what it answers; null to begin one */
    @POST
    @Path("/{id}/comments")
    @Needs(Right.COMMENT)
    public Response say(@RestPath Long id, @RestForm String comment, @RestForm String audience, @RestForm Long thread) {
        Audience readers = Audience.EXTERNAL.name().equals(audience) ? Audience.EXTERNAL : Audience.INTERNAL;
        String typed = Comments.text(comment);
        try {
            Comment said = QuarkusTransaction.requiringNew().call(() -> said(id, thread, readers, typed));
            return Answer.seeOther("/pins/" + id + "#comment-" + said.id);
        } catch (Refused refused) {
            String field = thread == null ? readers.field() : Comment.answerField(thread);
            return page.refused(id, new Refused(field, refused.getMessage()), field, typed);
        }
    }

    private Comment said(Long id, Long thread, Audience readers, String typed) {
        Pin pin = Pin.in(viewer.workspace(), id);
        Actor by = Actor.of(viewer);
        return thread == null
                ? Comment.begin(pin, readers, typed, by, clock.instant())
                : Comment.locked(pin, thread).answer(typed, by, clock.instant());
    }
}
