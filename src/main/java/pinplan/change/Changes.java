package pinplan.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.pin.Pin;
import pinplan.pin.PinLimits;
import pinplan.pin.Refused;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.Referer;

/** Changes of one pin or many, made wherever they are shown, and the list of all changes; each answer leads back to where it was asked. */
@Path("/changes")
class Changes {
    private static final String CALENDAR = "/calendar";

    private final Viewer viewer;
    private final Batch batch;
    private final ZoneChange zoneChange;
    private final MomentChanges momentChanges;
    private final Clock clock;

    Changes(Viewer viewer, Batch batch, ZoneChange zoneChange, MomentChanges momentChanges, Clock clock) {
        this.viewer = viewer;
        this.batch = batch;
        this.zoneChange = zoneChange;
        this.momentChanges = momentChanges;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "change")
    static class Templates {
        static native TemplateInstance changes(List<Told> changes, Workspace workspace, Instant now);
    }

    @GET
    @Needs(Right.SEE)
    public TemplateInstance latest() {
        return Templates.changes(Told.latest(viewer.workspace()), viewer.workspace(), clock.instant());
    }

    /**
     * @param day with or without a time; without one each keeps its time of day
     * @param days so many further, or with a minus back; minutes: the same
     * @param unscheduled the time is taken away
     */
    @POST
    @Path("/moves")
    @Needs(Right.EDIT)
    public Response move(
            @RestForm("pin") List<Long> pins,
            @RestForm String day,
            @RestForm String time,
            @RestForm String days,
            @RestForm String minutes,
            @RestForm String unscheduled,
            @RestHeader(Referer.HEADER) String referer) {
        String back = Referer.path(referer, CALENDAR);
        Errors errors = new Errors();
        Target to = Target.read(day, time, days, minutes, unscheduled, errors);
        if (errors.any()) {
            return Answer.refused(back, "Not moved: " + String.join(" ", errors.all()));
        }
        if (pins.size() > PinLimits.AT_ONCE) {
            return Answer.refused(back, "Not moved: up to %d pins move at once.".formatted(PinLimits.AT_ONCE));
        }
        List<Long> known = to.inOrder(Pin.in(viewer.workspace(), pins)).stream()
                .map(pin -> pin.id)
                .toList();
        if (known.isEmpty()) {
            return Answer.refused(
                    back, pins.isEmpty() ? "Not moved: choose at least one pin." : "Not moved: it is no longer there.");
        }
        return Undo.offered(back, batch.apply(ChangeSet.Kind.MOVE, known, (pin, by, now) -> to.move(pin, by, now)));
    }

    @POST
    @Path("/{id}/undo")
    @Needs(Right.EDIT)
    public Response undo(@RestPath Long id, @RestHeader(Referer.HEADER) String referer) {
        return undo(ChangeSet.in(viewer.workspace(), id), Referer.path(referer, CALENDAR));
    }

    /** What this member did last. */
    @POST
    @Path("/undo")
    @Needs(Right.EDIT)
    public Response undo(@RestHeader(Referer.HEADER) String referer) {
        String back = Referer.path(referer, CALENDAR);
        return ChangeSet.last(viewer.workspace(), viewer.member(), clock.instant())
                .map(last -> undo(last, back))
                .orElseGet(() -> Answer.refused(back, "There is nothing to undo."));
    }

    private Response undo(ChangeSet changes, String back) {
        String why;
        try {
            if (changes.ofZone()) {
                viewer.must(Right.ADMINISTER);
                return Answer.seeOther(back, zoneChange.undo(changes).words());
            }
            if (changes.ofMoment()) {
                return Answer.seeOther(back, momentChanges.undo(changes));
            }
            Outcome outcome = batch.undo(changes);
            if (outcome.any()) {
                return Undo.done(outcome.at(back), changes, outcome);
            }
            why = outcome.words();
        } catch (Refused refused) {
            why = "Not undone: " + refused.getMessage();
        }
        if (changes.actor().id.equals(viewer.member().id)) {
            QuarkusTransaction.requiringNew().run(() -> ChangeSet.refused(changes.id, clock.instant()));
        }
        return Answer.refused(back, why);
    }
}
