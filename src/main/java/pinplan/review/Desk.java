package pinplan.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Pointer;
import pinplan.pin.Spacing;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Paging;

/** What waits for a decision: the viewer's own to take first. */
@Path("/review")
class Desk {
    /** Each is shown whole, with its checks and comments: as many as one looks at before taking a breath. */
    private static final int SIZE = 12;

    private final Viewer viewer;
    private final Clock clock;

    Desk(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance desk(
                Paging<Pin> mine,
                Paging<Pin> others,
                Map<Long, Long> comments,
                Map<Long, Course> courses,
                Map<Long, Diff> diffs,
                Map<Long, Spacing> close,
                boolean ticked,
                Pointer nothing,
                Workspace workspace,
                Actor actor,
                Instant now);
    }

    /** @param page of what waits on the viewer; others: of what waits on somebody else; ticked: all, to begin with */
    @GET
    @Needs(Right.SEE)
    public TemplateInstance page(@RestQuery Integer page, @RestQuery Integer others, @RestQuery String ticked) {
        Instant now = clock.instant();
        Actor actor = Actor.of(viewer);
        Paging<Pin> mine = paging(true, page);
        Paging<Pin> rest = paging(false, others);
        List<Pin> all =
                Stream.of(mine, rest).map(Paging::items).flatMap(List::stream).toList();
        return Templates.desk(
                mine,
                rest,
                Discussion.unsettled(all),
                Course.of(all),
                Diff.of(all, actor),
                Spacing.tooClose(all),
                "all".equals(ticked),
                Pointer.none(),
                viewer.workspace(),
                actor,
                now);
    }

    private Paging<Pin> paging(boolean mine, Integer page) {
        int asked = Paging.asked(page);
        List<Long> ids = Seat.pins(viewer.workspace(), viewer.member(), mine, Paging.first(asked, SIZE), SIZE + 1);
        return Paging.of(shown(ids), asked, SIZE);
    }

    /** Those of them that are in review, with all that a reviewer sees: the first to go out first, those without a time last. */
    private static List<Pin> shown(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : Pin.list(
                        "from Pin p join fetch p.author join fetch p.revision left join fetch p.account"
                                + " left join fetch p.board left join fetch p.campaign left join fetch p.link.destination left join fetch p.shots s"
                                + " left join fetch s.media left join fetch s.cover where p.id in ?1 and p.status = ?2"
                                + " order by p.timing.publishAt nulls last, p.id",
                        ids,
                        PinStatus.IN_REVIEW);
    }
}
