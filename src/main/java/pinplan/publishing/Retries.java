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
import java.util.Collections;
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
import pinplan.web.Formats;

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
        List<Instant> again = new ArrayList<>();
        // In one order, so that two people who press at once take turns.
        for (Long id : pins.stream().distinct().sorted().toList()) {
            try {
                again.add(tryAgain(id, now));
            } catch (Refused obstacle) {
                left.add(obstacle.getMessage());
            }
        }
        return Answer.seeOther("/publishing", sentence(again, left));
    }

    /** @return when it goes out by now */
    private Instant tryAgain(Long id, Instant now) {
        Pin pin;
        try {
            pin = Pin.locked(viewer.workspace(), id);
        } catch (NotFoundException gone) {
            throw notTried(Pin.evenDeleted(viewer.workspace(), id), "It was deleted meanwhile.");
        }
        try {
            pin.retry(Actor.of(viewer), now);
            return pin.publishAt();
        } catch (Refused known) {
            throw notTried(pin, known.getMessage());
        }
    }

    private static Refused notTried(Pin pin, String why) {
        return new Refused("", "“%s”: %s".formatted(pin.fullName(), why));
    }

    private String sentence(List<Instant> again, List<String> left) {
        String told = again.isEmpty() ? "There was nothing left to try again." : told(again);
        return left.isEmpty() ? told : told + " Not tried: " + Flash.some(left);
    }

    /** While paused nothing is tried at all, and who presses has to know when it would go out. */
    private String told(List<Instant> again) {
        boolean one = again.size() == 1;
        String first = Formats.moment(Collections.min(again), viewer.workspace().zone);
        return "%s tried again%s, %s%s."
                .formatted(
                        one ? "1 pin is" : again.size() + " pins are",
                        viewer.workspace().paused() ? " once publishing is resumed" : "",
                        one ? "at " : "each at a minute of its own, the first at ",
                        first);
    }
}
