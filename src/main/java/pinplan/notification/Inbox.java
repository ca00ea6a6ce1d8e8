package pinplan.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.pin.Pin;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** What the viewer was told, the newest first. */
@Path("/inbox")
@Needs(Right.SEE)
class Inbox {
    private static final String HERE = "/inbox";

    /** So much is looked at for one page: what was done to many pins at once takes one line of it. */
    private static final int LOOKED_AT = 500;

    private static final int SHOWN = 50;

    private final Viewer viewer;
    private final Bell bell;
    private final Clock clock;

    Inbox(Viewer viewer, Bell bell, Clock clock) {
        this.viewer = viewer;
        this.bell = bell;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "notification")
    static class Templates {
        static native TemplateInstance inbox(List<Entry> entries, Long newest, Long older, boolean unread);
    }

    /** @param before only what is older than that, which a page before ended with */
    @GET
    public TemplateInstance page(@RestQuery Long before) {
        List<Line> lines = Notification.lines(
                viewer.workspace(), viewer.member(), before == null ? Long.MAX_VALUE : before, LOOKED_AT);
        List<Entry> all = Entry.of(lines);
        List<Entry> shown = all.subList(0, Math.min(SHOWN, all.size()));
        boolean more = all.size() > SHOWN || lines.size() == LOOKED_AT;
        return Templates.inbox(
                shown,
                shown.isEmpty() || before != null ? null : shown.get(0).until(),
                more ? shown.get(shown.size() - 1).from() : null,
                shown.stream().anyMatch(Entry::unread));
    }

    /** For an open page, which asks by itself. */
    @GET
    @Path("/unread")
    @Produces(MediaType.TEXT_PLAIN)
    public String unread() {
        return bell.unread();
    }

    /** Of one pin, which they have before them. */
    @POST
    @Path("/read/{pin}")
    @Transactional
    public Response read(@RestPath Long pin, @RestForm Long until) {
        Pin opened = Pin.in(viewer.workspace(), pin);
        if (until != null) {
            Notification.read(viewer.workspace(), viewer.member(), opened, until, clock.instant());
        }
        return Answer.seeOther(HERE);
    }

    /** From the one to the other, as they stand in the list; without either, nothing. */
    @POST
    @Path("/read")
    @Transactional
    public Response readAll(@RestForm Long from, @RestForm Long until) {
        if (from != null && until != null) {
            Notification.read(viewer.workspace(), viewer.member(), from, until, clock.instant());
        }
        return Answer.seeOther(HERE);
    }
}
