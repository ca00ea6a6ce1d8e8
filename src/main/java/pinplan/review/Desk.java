package pinplan.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.pin.Actor;
import pinplan.pin.InTurn;
import pinplan.pin.Pin;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Paging;

/** What waits for a decision: the viewer's own to take first. */
@Path("/review")
class Desk {
    /** Each is shown whole, with its checks and comments: as many as one looks at before taking a breath. */
    static final int SIZE = 12;

    private final Viewer viewer;
    private final Clock clock;

    Desk(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance desk(DeskView desk);
    }

    /** Back to it, to the pin that follows one that was decided. */
    static String after(Long decided, int page) {
        return "/review?%safter=%d#next".formatted(page > 1 ? "page=" + page + "&" : "", decided);
    }

    /**
     * @param page of what waits on the viewer; others: of what waits on somebody else; ticked: all, to begin with
     * @param after what was decided just now: what follows it is next
     */
    @GET
    @Needs(Right.SEE)
    public TemplateInstance page(
            @RestQuery Integer page, @RestQuery Integer others, @RestQuery String ticked, @RestQuery Long after) {
        Paging<Pin> mine = paging(true, Paging.asked(page));
        Paging<Pin> rest = paging(false, Paging.asked(others));
        return Templates.desk(new DeskView(
                mine,
                rest,
                after == null ? null : next(mine.items(), after),
                "all".equals(ticked),
                viewer.workspace(),
                Actor.of(viewer),
                clock.instant()));
    }

    /** Whoever decided on all that a page had begins again. */
    private Paging<Pin> paging(boolean mine, int page) {
        List<Long> ids = Seat.pins(viewer.workspace(), viewer.member(), mine, Paging.first(page, SIZE), SIZE + 1);
        return ids.isEmpty() && page > 1 ? paging(mine, 1) : Paging.of(Pin.inReview(ids), page, SIZE);
    }

    /** The first that stands behind that pin, which itself is not there any more; null: none does. */
    private Long next(List<Pin> pins, Long after) {
        return Pin.ever(viewer.workspace(), after)
                .flatMap(decided -> InTurn.behind(decided, pins))
                .map(pin -> pin.id)
                .orElse(null);
    }
}
