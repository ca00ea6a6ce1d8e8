package pinplan.review;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.database.DatabaseClock;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Refused;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Ids;

/** Many decisions at once, of what stands on the desk. Each is one of its own: what is refused holds up none of the others. */
@Path("/review")
class Together {
    /** One may stand beside the flash; the others say it on their own pages. */
    private static final int TOLD = 1;

    /** @param waits for a decision, as it did */
    private record Left(String why, boolean waits) {}

    private final Viewer viewer;
    private final DatabaseClock clock;

    Together(Viewer viewer, DatabaseClock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    /** @param pin each as 12:what was seen of it */
    @POST
    @Path("/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.APPROVE)
    public Response approve(@RestForm List<String> pin) {
        List<Left> left = new ArrayList<>();
        int approved = 0;
        int onwards = 0;
        for (String one : pin) {
            String[] parts = one.split(":", 2);
            Long id = Ids.read(parts[0]);
            if (parts.length < 2 || id == null) {
                continue;
            }
            try {
                boolean last = QuarkusTransaction.requiringNew().call(() -> approve(id, parts[1]));
                approved++;
                onwards += last ? 0 : 1;
            } catch (Refused refused) {
                // Somebody may have deleted it just now; then it is a draft.
                boolean waits = Pin.evenDeleted(viewer.workspace(), id).status() == PinStatus.IN_REVIEW;
                left.add(new Left(refused.getMessage(), waits));
            } catch (NotFoundException gone) {
                left.add(new Left("A pin was deleted meanwhile.", false));
            }
        }
        String done = approved(approved, onwards);
        if (approved == 0) {
            return Answer.refused("/review", told(done, left));
        }
        return left.isEmpty() ? Answer.seeOther("/review", done) : Answer.partly("/review", told(done, left), null);
    }

    /** Whether nobody else is asked. */
    private boolean approve(Long id, String seen) {
        Pin pin = Pin.locked(viewer.workspace(), id);
        try {
            pin.approve(seen, Actor.of(viewer), clock.read());
            return pin.status() != PinStatus.IN_REVIEW;
        } catch (Refused refused) {
            throw new Refused("", "“%s”: %s".formatted(pin.fullName(), refused.getMessage()));
        }
    }

    private static String told(String approved, List<Left> left) {
        if (left.isEmpty()) {
            return "Select the pins you want to approve.";
        }
        String others = left.size() > TOLD ? " And %d more.".formatted(left.size() - TOLD) : "";
        return "%s %s could not be approved%s: %s%s"
                .formatted(approved, pins(left.size()), waiting(left), left.get(0).why, others);
    }

    /** What is no draft, not decided and not deleted meanwhile still waits. */
    private static String waiting(List<Left> left) {
        long waits = left.stream().filter(Left::waits).count();
        if (waits < left.size()) {
            return waits == 0 ? "" : ", %d of them still wait%s".formatted(waits, waits == 1 ? "s" : "");
        }
        return " and still wait" + (waits == 1 ? "s" : "");
    }

    private static String approved(int approved, int onwards) {
        return "You approved %s.%s"
                .formatted(
                        approved == 0 ? "none" : pins(approved),
                        onwards == 0
                                ? ""
                                : " Of them %d wait%s for the next step.".formatted(onwards, onwards == 1 ? "s" : ""));
    }

    private static String pins(int count) {
        return count == 1 ? "1 pin" : count + " pins";
    }
}
