package pinplan.change;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.pin.Pin;
import pinplan.pin.PinLimits;
import pinplan.pin.PinPage.Verb;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.Referer;

/** Many pins at once: first what would become of each is shown, then it is done, and undone as one. */
@Path("/changes/selection")
@Needs(Right.EDIT)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class Selections {
    private final Viewer viewer;
    private final Batch batch;
    private final Clock clock;

    Selections(Viewer viewer, Batch batch, Clock clock) {
        this.viewer = viewer;
        this.batch = batch;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "change")
    static class Templates {
        static native TemplateInstance selection(
                Selection selection,
                List<Effect> effects,
                boolean previewed,
                List<Action> actions,
                List<Account> accounts,
                List<Board> boards,
                List<Campaign> campaigns,
                Errors errors);
    }

    /** What could be done, or once that is chosen, what would become of each. */
    @POST
    public Response show(MultivaluedMap<String, String> form, @RestHeader(Referer.HEADER) String referer) {
        Selection chosen = Selection.read(form, Referer.path(referer, "/calendar"));
        Errors errors = new Errors();
        List<Pin> found = pins(chosen, errors);
        if (errors.any()) {
            return Answer.refused(chosen.back(), errors.all().get(0));
        }
        Selection selection = chosen.withSeen(found);
        List<Pin> pins = selection.inOrder(found);
        if (form.getFirst("preview") == null) {
            return Answer.page(page(selection, asTheyAre(pins), false, errors));
        }
        Verb verb = selection.verb(viewer.workspace(), errors);
        return errors.any()
                ? Answer.again(page(selection, asTheyAre(pins), false, errors))
                : Answer.page(page(selection, batch.preview(selection.action(), ids(pins), verb), true, errors));
    }

    @POST
    @Path("/change")
    public Response change(MultivaluedMap<String, String> form, @RestHeader(Referer.HEADER) String referer) {
        Selection selection = Selection.read(form, Referer.path(referer, "/calendar"));
        Errors errors = new Errors();
        List<Pin> found = pins(selection, errors);
        if (errors.any()) {
            return Answer.refused(selection.back(), errors.all().get(0));
        }
        Verb verb = selection.verb(viewer.workspace(), errors);
        List<Pin> pins = selection.inOrder(found);
        if (errors.any()) {
            return Answer.again(page(selection, asTheyAre(pins), false, errors));
        }
        Outcome outcome = batch.apply(selection.action(), ids(pins), selection.asSeen(verb));
        return Undo.offered(outcome.at(selection.back()), outcome);
    }

    private List<Pin> pins(Selection selection, Errors errors) {
        if (selection.pins().size() > PinLimits.AT_ONCE) {
            errors.add(
                    "pin",
                    "%d pins are too many at once: choose up to %d."
                            .formatted(selection.pins().size(), PinLimits.AT_ONCE));
            return List.of();
        }
        List<Pin> pins = Pin.in(viewer.workspace(), selection.pins());
        if (pins.isEmpty()) {
            errors.add("pin", "Choose at least one pin.");
        }
        return pins;
    }

    private static List<Long> ids(List<Pin> pins) {
        return pins.stream().map(pin -> pin.id).toList();
    }

    private List<Effect> asTheyAre(List<Pin> pins) {
        Instant now = clock.instant();
        return pins.stream().map(pin -> Effect.on(pin, Action.MOVE, now)).toList();
    }

    private TemplateInstance page(Selection selection, List<Effect> effects, boolean previewed, Errors errors) {
        return Templates.selection(
                selection,
                effects,
                previewed,
                Action.offered(viewer),
                Account.live(viewer.workspace()),
                Board.live(viewer.workspace()),
                Campaign.live(viewer.workspace()),
                errors);
    }
}
