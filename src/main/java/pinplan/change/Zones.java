package pinplan.change;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.pin.Refused;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Timetable;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** Asks what becomes of the times that are planned, before the workspace goes to another zone. */
@Path(Timetable.ASKS)
@Needs(Right.ADMINISTER)
class Zones {
    private static final String SETTINGS = "/settings";

    private final Viewer viewer;
    private final ZoneChange change;

    Zones(Viewer viewer, ZoneChange change) {
        this.viewer = viewer;
        this.change = change;
    }

    @CheckedTemplate(basePath = "change")
    static class Templates {
        static native TemplateInstance zone(Rezoning rezoning, String problem);
    }

    @GET
    public Response ask(@RestQuery String to) {
        return pinplan.team.Zones.read(to).map(this::ask).orElseGet(Zones::unknown);
    }

    private Response ask(ZoneId to) {
        return to.equals(viewer.workspace().zone)
                ? Answer.refused(SETTINGS, "The workspace is in %s already.".formatted(to))
                : Answer.page(page(to, ""));
    }

    /**
     * @param from the zone that the person saw the workspace in
     * @param keep clock or instants
     */
    @POST
    public Response change(@RestForm String from, @RestForm String to, @RestForm String keep) {
        Optional<ZoneId> zone = pinplan.team.Zones.read(to);
        if (zone.isEmpty()) {
            return unknown();
        }
        if (!"clock".equals(keep) && !"instants".equals(keep)) {
            return Answer.again(page(zone.get(), "Choose what your pins keep."));
        }
        try {
            Rezoned rezoned = change.apply(from, zone.get(), keep.equals("clock"));
            return Answer.seeOther(SETTINGS, rezoned.words(), Undo.address(rezoned.changes()));
        } catch (Refused refused) {
            return Answer.refused(SETTINGS, refused.getMessage());
        }
    }

    private static Response unknown() {
        return Answer.refused(SETTINGS, "Choose a time zone from the list.");
    }

    private TemplateInstance page(ZoneId to, String problem) {
        return Templates.zone(change.preview(to), problem);
    }
}
