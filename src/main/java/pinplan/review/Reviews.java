package pinplan.review;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.pin.PinPage;
import pinplan.pin.Pointer;
import pinplan.pin.Remark;
import pinplan.team.Needs;
import pinplan.team.Right;

/** Deciding on a pin, from its page or from the desk. */
@Path("/pins")
class Reviews {
    private static final String DESK = "/review";

    private final PinPage page;

    Reviews(PinPage page) {
        this.page = page;
    }

    @POST
    @Path("/{id}/approve")
    @Needs(Right.APPROVE)
    public Response approve(@RestPath Long id, @RestForm String seen, @RestForm String back) {
        return decide(
                id, (pin, by, now) -> pin.approve(text(seen), by, now), "You approved the pin.", back, new Remark(""));
    }

    @POST
    @Path("/{id}/request-changes")
    @Needs(Right.APPROVE)
    public Response requestChanges(
            @RestPath Long id, @RestForm String note, @BeanParam Pointer.Typed pointer, @RestForm String back) {
        return decide(
                id,
                (pin, by, now) -> pin.requestChanges(text(note), Pointer.read(pointer, pin), by, now),
                "You asked for changes. Its author sees your note.",
                back,
                new Remark(text(note), pointer));
    }

    @POST
    @Path("/{id}/hold")
    @Needs(Right.APPROVE)
    public Response hold(@RestPath Long id, @RestForm String note, @RestForm String back) {
        return decide(
                id,
                (pin, by, now) -> pin.hold(text(note), by, now),
                "The pin is held back.",
                back,
                new Remark(text(note)));
    }

    @POST
    @Path("/{id}/release")
    @Needs(Right.APPROVE)
    public Response release(@RestPath Long id, @RestForm String back) {
        return decide(id, (pin, by, now) -> pin.release(by, now), "The pin is released.", back, new Remark(""));
    }

    private Response decide(Long id, PinPage.Verb verb, String flash, String back, Remark remark) {
        return page.act(id, verb, flash, "review".equals(back) ? DESK : "/pins/" + id, "decision", remark);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n");
    }
}
