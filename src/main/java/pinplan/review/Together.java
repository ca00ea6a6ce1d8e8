package pinplan.review;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.Refused;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** Many decisions at once, of what stands on the desk. Each is one of its own: what is refused holds up none of the others. */
@Path("/review")
class Together {
    /** One may stand beside the flash; the others say it on their own pages. */
    private static final int TOLD = 1;

    private final Viewer viewer;
    private final Clock clock;

    Together(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    /** @param pin each as 12:what was seen of it */
    @POST
    @Path("/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.APPROVE)
    public Response approve(@RestForm List<String> pin) {
        List<String> refusals = new ArrayList<>();
        int approved = 0;
        for (String one : pin) {
            String[] parts = one.split(":", 2);
            if (parts.length < 2 || !parts[0].matches("[0-9]{1,18}")) {
                continue;
            }
            try {
                QuarkusTransaction.requiringNew().run(() -> approve(Long.valueOf(parts[0]), parts[1]));
                approved++;
            } catch (Refused refused) {
                refusals.add(refused.getMessage());
            } catch (NotFoundException gone) {
                refusals.add("A pin was deleted meanwhile.");
            }
        }
        return refusals.isEmpty() && approved > 0
                ? Answer.seeOther("/review", "You approved %s.".formatted(pins(approved)))
                : Answer.refused("/review", told(approved, refusals));
    }

    private void approve(Long id, String seen) {
        Pin pin = Pin.locked(viewer.workspace(), id);
        try {
            pin.approve(seen, Actor.of(viewer), clock.instant());
        } catch (Refused refused) {
            throw new Refused("", "“%s”: %s".formatted(pin.name(), refused.getMessage()));
        }
    }

    private static String told(int approved, List<String> refusals) {
        if (refusals.isEmpty()) {
            return "Tick the pins that you want to approve.";
        }
        String others = refusals.size() > TOLD ? " And %d more.".formatted(refusals.size() - TOLD) : "";
        return "You approved %s. %s could not be approved and still wait%s: %s%s"
                .formatted(
                        approved == 0 ? "none" : pins(approved),
                        pins(refusals.size()),
                        refusals.size() == 1 ? "s" : "",
                        refusals.get(0),
                        others);
    }

    private static String pins(int count) {
        return count == 1 ? "1 pin" : count + " pins";
    }
}
