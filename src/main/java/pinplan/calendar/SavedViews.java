package pinplan.calendar;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Referer;

/** Keeps and removes views. Each member may keep their own; those who plan may share them. */
@Path("/calendar/views")
class SavedViews {
    private static final String CALENDAR = "/calendar";

    private static final String ADDRESS = "/calendar[?][A-Za-z0-9%&=_.+*-]+";

    private final Viewer viewer;
    private final Clock clock;

    SavedViews(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Needs(Right.SEE)
    @Transactional
    public Response keep(
            @RestForm String name,
            @RestForm String address,
            @RestForm String shared,
            @RestHeader(Referer.HEADER) String referer) {
        String asked = address != null && address.matches(ADDRESS) ? address : CALENDAR + "?view=month";
        if (shared != null) {
            viewer.must(Right.EDIT);
        }
        String refused = SavedView.keep(
                viewer.workspace(),
                viewer.member(),
                name == null ? "" : name.replace("\0", "").strip(),
                asked,
                shared != null,
                clock.instant());
        // The view goes for any day; who saves it stays at the one that they looked at.
        String back = Referer.path(referer, asked);
        return refused == null
                ? Answer.seeOther(back, "The view is saved.")
                : Answer.refused(back, "Not saved: " + refused);
    }

    @POST
    @Path("/{id}/remove")
    @Needs(Right.SEE)
    @Transactional
    public Response remove(@RestPath Long id, @RestHeader(Referer.HEADER) String referer) {
        SavedView view = SavedView.in(viewer.workspace(), viewer.member(), id);
        if (!view.isOf(viewer.member()) && !viewer.may(Right.ADMINISTER)) {
            throw new ForbiddenException("Only who saved a view, or an admin, may remove it.");
        }
        view.delete();
        return Answer.seeOther(Referer.path(referer, CALENDAR), "The view is removed.");
    }
}
