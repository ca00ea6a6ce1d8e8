package pinplan.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Paging;

/** What waits for a decision: the viewer's own to take first. */
@Path("/review")
class Desk {
    private final Viewer viewer;
    private final Clock clock;

    Desk(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance desk(
                List<Pin> mine,
                List<Pin> others,
                Map<Long, Long> comments,
                Paging<Pin> paging,
                Workspace workspace,
                Actor actor,
                Instant now);
    }

    @GET
    @Needs(Right.SEE)
    public TemplateInstance page(@RestQuery Integer page) {
        int asked = Paging.asked(page);
        Paging<Pin> paging = Paging.of(Pin.inReview(viewer.workspace(), Paging.first(asked), Paging.SIZE + 1), asked);
        Actor actor = Actor.of(viewer);
        List<Pin> mine =
                paging.items().stream().filter(pin -> pin.mayDecide(actor)).toList();
        List<Pin> others =
                paging.items().stream().filter(pin -> !mine.contains(pin)).toList();
        return Templates.desk(
                mine, others, Comment.open(paging.items()), paging, viewer.workspace(), actor, clock.instant());
    }
}
