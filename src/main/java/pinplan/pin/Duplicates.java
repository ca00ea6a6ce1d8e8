package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.board.Board;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;

/** A pin once more: on other boards, at a distance, or with another picture. */
@Path("/pins/{id}/duplicate")
@Needs(Right.EDIT)
class Duplicates {
    private final Viewer viewer;
    private final Clock clock;

    Duplicates(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "pin")
    static class Templates {
        static native TemplateInstance duplicate(
                Pin pin, List<Board> boards, Set<Long> had, DuplicateForm form, Errors errors);
    }

    @GET
    public TemplateInstance page(@RestPath Long id) {
        Pin pin = Pin.in(viewer.workspace(), id);
        return page(pin, DuplicateForm.of(pin, next(pin)), new Errors());
    }

    @POST
    public Response make(@RestPath Long id, @BeanParam DuplicateForm form) {
        Errors errors = new Errors();
        List<Long> made = List.of();
        try {
            made = QuarkusTransaction.requiringNew().call(() -> drafts(id, form, errors));
        } catch (Refused refused) {
            // Its form has no other fields of a pin than these.
            errors.add(refused.field().startsWith("publish") ? refused.field() : "", refused.getMessage());
        }
        if (errors.any()) {
            return Answer.again(page(Pin.in(viewer.workspace(), id), form, errors));
        }
        return made.size() == 1
                ? Answer.seeOther(PinPage.at(made.get(0)), "A draft of it is made.")
                : Answer.seeOther(PinPage.at(id) + "#family", made.size() + " drafts of it are made.");
    }

    private List<Long> drafts(Long id, DuplicateForm form, Errors errors) {
        Pin pin = Pin.locked(viewer.workspace(), id);
        form.read(pin, had(pin), errors);
        return errors.any()
                ? List.of()
                : form.make(pin, Actor.of(viewer), clock.instant()).stream()
                        .map(one -> one.id)
                        .toList();
    }

    private TemplateInstance page(Pin pin, DuplicateForm form, Errors errors) {
        return Templates.duplicate(pin, Board.live(viewer.workspace()), had(pin), form, errors);
    }

    private static Set<Long> had(Pin pin) {
        Set<Long> boards = new HashSet<>();
        Stream.concat(Stream.of(pin), pin.family(500).stream())
                .filter(one -> one.board() != null)
                .forEach(one -> boards.add(one.board().id));
        return boards;
    }

    /** At its time of day, once its page allows; null where it has no time. */
    private LocalDateTime next(Pin pin) {
        if (pin.planned() == null) {
            return null;
        }
        LocalDateTime today = LocalDateTime.ofInstant(clock.instant(), viewer.workspace().zone);
        LocalDateTime own = pin.planned().local();
        LocalDateTime from = own.isBefore(today)
                ? today.toLocalDate().plusDays(1).atTime(own.toLocalTime())
                : own.plusDays(7).truncatedTo(ChronoUnit.MINUTES);
        Spacing spacing = Spacing.of(viewer.workspace(), pin.leads().destination(), from, null);
        return spacing.near().isEmpty() ? from : spacing.next();
    }
}
