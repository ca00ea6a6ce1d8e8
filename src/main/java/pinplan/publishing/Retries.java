package pinplan.publishing;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pinplan.database.DatabaseClock;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.Refused;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Flash;

/** Many that failed for one cause are tried again at once: those that the person saw, and no others. */
@Path("/publishing/retry")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class Retries {
    private final Viewer viewer;
    private final DatabaseClock clock;

    Retries(Viewer viewer, DatabaseClock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Needs(Right.OPERATE)
    @Transactional
    public Response retry(@FormParam("pin") List<Long> pins) {
        Instant now = clock.read();
        List<String> left = new ArrayList<>();
        int again = 0;
        // In one order, so that two people who press at once take turns.
        for (Long id : pins.stream().distinct().sorted().toList()) {
            String obstacle = tryAgain(id, now);
            if (obstacle == null) {
                again++;
            } else {
                left.add(obstacle);
            }
        }
        return Answer.seeOther("/publishing", sentence(again, left));
    }

    /** @return why not, or null */
    private String tryAgain(Long id, Instant now) {
        Pin pin;
        try {
            pin = Pin.locked(viewer.workspace(), id);
        } catch (NotFoundException gone) {
            return "“%s”: It was deleted meanwhile."
                    .formatted(Pin.evenDeleted(viewer.workspace(), id).name());
        }
        try {
            pin.retry(Actor.of(viewer), now);
            return null;
        } catch (Refused known) {
            return "“%s”: %s".formatted(pin.name(), known.getMessage());
        }
    }

    private static String sentence(int again, List<String> left) {
        String told = switch (again) {
            case 0 -> "Nothing was left to be tried again.";
            case 1 -> "1 pin is tried again.";
            default -> again + " pins are tried again, each at a minute of its own.";
        };
        return left.isEmpty() ? told : told + " Not tried: " + Flash.some(left);
    }
}
