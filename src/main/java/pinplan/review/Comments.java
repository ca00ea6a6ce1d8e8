package pinplan.review;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.pin.Actor;
import pinplan.pin.PinPage;
import pinplan.pin.Refused;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** What one does to what was said, on the page of its pin. */
@Path("/comments")
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

    /** One thing that a person does to a comment. */
    private interface Verb {
        void on(Comment comment, Actor by, Instant now);
    }

    @POST
    @Path("/{id}")
    public Response edit(@RestPath Long id, @RestForm String text, @RestForm String seen) {
        String typed = text(text);
        String changes = Objects.toString(seen, "");
        return change(id, (comment, by, now) -> comment.edit(typed, changes, by, now), "Saved.", typed);
    }

    @POST
    @Path("/{id}/delete")
    public Response delete(@RestPath Long id) {
        return change(id, Comment::delete, "Your comment is deleted.", "");
    }

    @POST
    @Path("/{id}/resolve")
    public Response resolve(@RestPath Long id) {
        return change(id, Comment::resolve, "Resolved.", "");
    }

    @POST
    @Path("/{id}/reopen")
    public Response reopen(@RestPath Long id) {
        return change(id, (comment, by, now) -> comment.open(), "Open again.", "");
    }

    private Response change(Long id, Verb verb, String flash, String typed) {
        Comment before = comment(id);
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> verb.on(Comment.locked(viewer.workspace(), id), actor(), clock.instant()));
            return Answer.seeOther("/pins/" + before.pin.id + "#comment-" + id, flash);
        } catch (Refused refused) {
            String field = refused.field().isEmpty() ? "" : before.field();
            return page.refused(before.pin.id, new Refused(field, refused.getMessage()), "action", typed);
        }
    }

    private Comment comment(Long id) {
        return QuarkusTransaction.requiringNew().call(() -> Comment.locked(viewer.workspace(), id));
    }

    private Actor actor() {
        return Actor.of(viewer);
    }

    static String text(String typed) {
        return Objects.toString(typed, "")
                .replace("\0", "")
                .replace("\r\n", "\n")
                .strip();
    }
}
