package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.database.DatabaseClock;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** What a pin was, one revision after the other, and the way back to one of them. */
@Path("/pins")
class Revisions {
    private final Viewer viewer;
    private final DatabaseClock clock;

    Revisions(Viewer viewer, DatabaseClock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "pin")
    static class Templates {
        static native TemplateInstance revisions(RevisionsView view);
    }

    /** @param from the number of one to compare with; to: the number of the other, or else the latest */
    @GET
    @Path("/{id}/revisions")
    @Needs(Right.SEE)
    public TemplateInstance all(
            @RestPath Long id, @RestQuery Integer page, @RestQuery Integer from, @RestQuery Integer to) {
        Pin pin = Pin.in(viewer.workspace(), id);
        return Templates.revisions(
                new RevisionsView(pin, Actor.of(viewer), page, RevisionsView.Comparison.of(pin, from, to)));
    }

    /** @param edition of the pin that the person looked at */
    @POST
    @Path("/{id}/revisions/{number}/restore")
    @Needs(Right.EDIT)
    public Response restore(@RestPath Long id, @RestPath int number, @RestForm Integer edition) {
        try {
            boolean voided = QuarkusTransaction.requiringNew().call(() -> restored(id, number, edition));
            return Answer.seeOther(
                    PinPage.at(id),
                    "Revision %d is restored.%s".formatted(number, voided ? " The approval is void." : ""));
        } catch (Refused refused) {
            return Answer.refused(PinPage.at(id) + "/revisions", refused.getMessage());
        }
    }

    /** Whether an approval went with it. */
    private boolean restored(Long id, int number, Integer edition) {
        Pin pin = Pin.locked(viewer.workspace(), id);
        Revision revision = Revision.in(pin, number);
        if (edition == null || edition != pin.edition()) {
            throw new Refused(
                    "", "Nothing is restored: somebody changed the pin while you looked. This is how it stands now.");
        }
        boolean approved = pin.approvedFingerprint() != null;
        pin.restore(revision, Actor.of(viewer), clock.read());
        return approved;
    }
}
