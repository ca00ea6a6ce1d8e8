package pinplan.pin;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.web.Formats;

/** The buttons of a pin's page that need nothing typed: each is one verb. */
@Path("/pins")
class PinActions {
    private final PinPage page;

    PinActions(PinPage page) {
        this.page = page;
    }

    @POST
    @Path("/{id}/submit")
    @Needs(Right.EDIT)
    public Response submit(@RestPath Long id) {
        return page.tell(id, PinActions::submitted, PinPage.at(id), "action", Remark.NONE);
    }

    private static String submitted(Pin pin, Actor by, Instant now) {
        pin.submit(by, now);
        return submitted(pin);
    }

    static String submitted(Pin pin) {
        return switch (pin.status()) {
            case IN_REVIEW -> "Sent to review.";
            case APPROVED -> "Approved: nobody else is asked here.";
            default ->
                "It was sent before: it is “%s” now.".formatted(pin.status().word());
        };
    }

    @POST
    @Path("/{id}/publish-now")
    @Needs(Right.EDIT)
    public Response publishNow(@RestPath Long id) {
        return page.act(id, Pin::publishNow, "It goes out as soon as Publer takes it.", PinPage.at(id));
    }

    @POST
    @Path("/{id}/withdraw")
    @Needs(Right.EDIT)
    public Response withdraw(@RestPath Long id) {
        return page.tell(id, PinActions::withdrawn, PinPage.at(id), "action", Remark.NONE);
    }

    private static String withdrawn(Pin pin, Actor by, Instant now) {
        boolean approved = pin.standing().approved();
        pin.withdraw(by, now);
        return (pin.mayBeAtPubler()
                        ? "Noted. It becomes a draft as soon as Publer is known not to have it, or has deleted it."
                        : "Withdrawn.")
                + (pin.publishAt() == null ? "" : " The pin keeps its time.")
                + (approved ? " The approval is void." : "");
    }

    @POST
    @Path("/{id}/retry")
    @Needs(Right.OPERATE)
    public Response retry(@RestPath Long id) {
        return page.tell(id, PinActions::retried, PinPage.at(id), "action", Remark.NONE);
    }

    private static String retried(Pin pin, Actor by, Instant now) {
        Instant was = pin.publishAt();
        pin.retry(by, now);
        String again = "It will be tried again" + (pin.workspace().paused() ? " once publishing is resumed" : "");
        return pin.publishAt().equals(was)
                ? again + "."
                : "%s, at the next free minute: %s."
                        .formatted(
                                again,
                                Formats.moment(pin.publishAt(), pin.planned().zone()));
    }
}
