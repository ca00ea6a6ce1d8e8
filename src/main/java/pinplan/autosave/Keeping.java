package pinplan.autosave;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Referer;

/** Open forms tell what is typed into them, about a second after it is. What one says there is for oneself, so whoever sees may. */
@Path(KeptForms.MEMBERS)
@Needs(Right.SEE)
class Keeping {
    private final Viewer viewer;
    private final Clock clock;

    Keeping(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.TEXT_PLAIN)
    public Response keep(InputStream body) throws IOException {
        Instant now = clock.instant();
        Owner owner = Owner.of(viewer);
        return Telling.take(
                body,
                told -> Telling.kept(owner, told, now),
                sitting -> Kept.forget(owner, sitting),
                now,
                viewer.workspace().zone);
    }

    @POST
    @Path("/throw-away")
    @Transactional
    public Response throwAway(@RestForm Long id, @RestHeader(Referer.HEADER) String referer) {
        if (id != null) {
            Kept.throwAway(Owner.of(viewer), id, clock.instant());
        }
        return Answer.seeOther(Referer.path(referer, "/calendar"), Kept.THROWN_AWAY);
    }
}
