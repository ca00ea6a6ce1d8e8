package pinplan.pin;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.database.DatabaseClock;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Unattended;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/**
 * Who else is changing a pin right now. Only who has begun to type is: everybody's page of a pin is its composer, so that an
 * open one says no more than that somebody looks. Told and asked by open pages themselves, each replica's alike.
 */
@Path("/pins")
@Needs(Right.EDIT)
class Editors {
    private final Viewer viewer;
    private final DatabaseClock clock;

    Editors(Viewer viewer, DatabaseClock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A sentence; empty where nobody is. */
    @GET
    @Path("/{id}/editing")
    @Produces(MediaType.TEXT_PLAIN)
    @Unattended
    public String others(@RestPath Long id) {
        List<String> names = Editing.others(Pin.in(viewer.workspace(), id), viewer.member(), clock.now());
        return names.isEmpty()
                ? ""
                : "%s %s editing this pin too".formatted(Meanwhile.all(names, ""), names.size() == 1 ? "is" : "are");
    }

    /** @param away whether they have left it */
    @POST
    @Path("/{id}/editing")
    @Transactional
    @Unattended
    public Response edits(@RestPath Long id, @RestForm boolean away) {
        Pin pin = Pin.in(viewer.workspace(), id);
        Instant now = clock.read();
        if (away) {
            Editing.ends(pin, viewer.member(), now);
        } else {
            Editing.goesOn(pin, viewer.member(), now);
        }
        return Answer.seeOther(PinPage.at(id) + "/editing");
    }
}
