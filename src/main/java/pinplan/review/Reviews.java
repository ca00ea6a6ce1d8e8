package pinplan.review;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinPage;
import pinplan.pin.Pointer;
import pinplan.pin.Remark;
import pinplan.team.Needs;
import pinplan.team.Right;

/** Deciding on a pin, from its page or from the desk. */
@Path("/pins")
class Reviews {
    private static final String REFUSALS = "decision";

    private final PinPage page;

    Reviews(PinPage page) {
        this.page = page;
    }

    /** @param back the page of the desk from which it was decided; empty: the pin's own */
    @POST
    @Path("/{id}/approve")
    @Needs(Right.APPROVE)
    public Response approve(@RestPath Long id, @RestForm String seen, @RestForm String back) {
        String way = fromDesk(back) ? " By mistake? You can take it back on its page." : "";
        return decide(id, (pin, by, now) -> approved(pin, text(seen), by, now) + way, back, new Remark(""));
    }

    private static String approved(Pin pin, String seen, Actor by, Instant now) {
        pin.approve(seen, by, now);
        return Course.of(pin).agreed();
    }

    private static boolean fromDesk(String back) {
        return text(back).matches("[0-9]{1,5}");
    }

    @POST
    @Path("/{id}/request-changes")
    @Needs(Right.APPROVE)
    public Response requestChanges(
            @RestPath Long id, @RestForm String note, @BeanParam Pointer.Typed pointer, @RestForm String back) {
        return decide(
                id,
                (pin, by, now) -> {
                    pin.requestChanges(text(note), Pointer.read(pointer, pin), by, now);
                    return "You asked for changes to “%s”. Its author sees your note.".formatted(pin.fullName());
                },
                back,
                new Remark(text(note), pointer));
    }

    @POST
    @Path("/{id}/hold")
    @Needs(Right.APPROVE)
    public Response hold(@RestPath Long id, @RestForm String why, @RestForm String back) {
        return decide(
                id,
                (pin, by, now) -> {
                    pin.hold(text(why), by, now);
                    return "“%s” is held back.".formatted(pin.fullName());
                },
                back,
                new Remark(text(why)));
    }

    @POST
    @Path("/{id}/release")
    @Needs(Right.APPROVE)
    public Response release(@RestPath Long id) {
        return act(id, (pin, by, now) -> pin.release(by, now), "The pin is released.", new Remark(""));
    }

    private Response act(Long id, PinPage.Verb verb, String flash, Remark remark) {
        return page.act(id, verb, flash, PinPage.at(id), REFUSALS, remark);
    }

    /** From the desk one goes on to the pin that follows there. */
    private Response decide(Long id, PinPage.Telling verb, String back, Remark remark) {
        return page.tell(
                id, verb, fromDesk(back) ? Desk.after(id, Integer.parseInt(back)) : PinPage.at(id), REFUSALS, remark);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n");
    }
}
