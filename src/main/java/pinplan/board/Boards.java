package pinplan.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.publer.Connection;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;

@Path("/boards")
class Boards {
    /** Between two looks on demand: an impatient finger must not spend what pins need. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final Viewer viewer;
    private final BoardSync sync;
    private final Clock clock;

    Boards(Viewer viewer, BoardSync sync, Clock clock) {
        this.viewer = viewer;
        this.sync = sync;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "board")
    static class Templates {
        static native TemplateInstance list(List<Shelf> shelves, boolean connected, LastSync last, Instant now);

        static native TemplateInstance board(Board board, Instant now);
    }

    @GET
    @Needs(Right.SEE)
    public TemplateInstance list() {
        long workspace = viewer.workspace().id;
        return Templates.list(
                Shelf.all(viewer.workspace()),
                Connection.of(workspace).isPresent(),
                LastSync.of(workspace).orElse(null),
                clock.instant());
    }

    @GET
    @Path("{id}")
    @Needs(Right.SEE)
    public TemplateInstance board(@RestPath Long id) {
        return Templates.board(Board.in(viewer.workspace(), id), clock.instant());
    }

    /** Not one transaction: it asks Publer. What could not be read is said on the page. */
    @POST
    @Path("sync")
    @Needs(Right.EDIT)
    public Response sync() {
        long workspace = viewer.workspace().id;
        if (!sync.now(workspace, REST)) {
            return Answer.seeOther("/boards", "The boards were synced just now.");
        }
        boolean well = LastSync.of(workspace).map(LastSync::well).orElse(false);
        return well ? Answer.seeOther("/boards", "The boards are up to date with Publer.") : Answer.seeOther("/boards");
    }
}
