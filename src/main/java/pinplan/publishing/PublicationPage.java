package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import pinplan.database.DatabaseClock;
import pinplan.pin.Actor;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** One order: every request that was made for it with its answer, and what a person can decide. */
@Path("/publishing/{publication}")
@Produces(MediaType.TEXT_HTML)
class PublicationPage {
    private final Viewer viewer;
    private final DatabaseClock clock;

    PublicationPage(Viewer viewer, DatabaseClock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "publishing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance publication(
                Publication publication, Timeline timeline, DoubtForm form, Actor actor, Instant now);
    }

    @GET
    @Needs(Right.SEE)
    public TemplateInstance show(Long publication) {
        return page(publication, DoubtForm.empty());
    }

    private TemplateInstance page(Long publication, DoubtForm form) {
        Publication found = Publication.in(viewer.workspace(), publication);
        return Templates.publication(found, Timeline.of(found), form, Actor.of(viewer), clock.now());
    }

    @POST
    @Path("/look-again")
    @Needs(Right.OPERATE)
    public Response lookAgain(Long publication) {
        return decide(
                publication,
                Verdict::lookAgain,
                "Looking at Publer again. The answer appears under “What happened” in a moment.");
    }

    @POST
    @Path("/not-there")
    @Needs(Right.OPERATE)
    public Response notThere(Long publication, @FormParam("confirm") String confirm, @FormParam("then") String then) {
        DoubtForm form = DoubtForm.typed(confirm);
        if (form.errors().any()) {
            return Answer.again(page(publication, form));
        }
        return "draft".equals(then)
                ? decide(publication, Verdict::giveUp, "It is a draft again.")
                : decide(publication, verdict -> "Noted: it is not there. " + verdict.notThere());
    }

    @POST
    @Path("/adopt")
    @Needs(Right.OPERATE)
    public Response adopt(Long publication, @FormParam("post") String post) {
        return decide(publication, verdict -> verdict.adopt(post), "Noted. Looking at Publer for that post.");
    }

    @POST
    @Path("/is-out")
    @Needs(Right.OPERATE)
    public Response isOut(Long publication, @FormParam("link") String link) {
        DoubtForm form = DoubtForm.seen(link);
        if (form.errors().any()) {
            return Answer.again(page(publication, form));
        }
        return decide(publication, verdict -> verdict.isOut(form.address()), "Noted: it is published.");
    }

    @POST
    @Path("/take-over")
    @Needs(Right.APPROVE)
    public Response takeOver(Long publication, @FormParam("seen") String seen) {
        return decide(
                publication,
                verdict -> verdict.takeOver(seen),
                "Accepted. The pin here is now as it is in Publer, and approved.");
    }

    @POST
    @Path("/let-be")
    @Needs(Right.APPROVE)
    public Response letBe(Long publication, @FormParam("seen") String seen) {
        return decide(
                publication,
                verdict -> verdict.letBe(seen),
                "It goes out as it is at Publer, and here it stays as it was.");
    }

    @POST
    @Path("/acknowledge")
    @Needs(Right.OPERATE)
    public Response acknowledge(Long publication) {
        return decide(publication, Verdict::acknowledge, "Noted. What it says stays on this page.");
    }

    @POST
    @Path("/put-back")
    @Needs(Right.OPERATE)
    public Response putBack(Long publication) {
        return decide(
                publication, Verdict::putBack, "What was approved is put back: the changed post is deleted first.");
    }

    private Response decide(Long id, Consumer<Verdict> decision, String flash) {
        return decide(id, verdict -> {
            decision.accept(verdict);
            return flash;
        });
    }

    /**
     * In a transaction of its own: a page that is shown again after a refusal reads anew.
     *
     * @param decision says what becomes of it
     */
    private Response decide(Long id, Function<Verdict, String> decision) {
        Publication.in(viewer.workspace(), id);
        String flash = QuarkusTransaction.requiringNew()
                .call(() -> decision.apply(new Verdict(Publication.locked(id), Actor.of(viewer), clock.read())));
        return Answer.seeOther("/publishing/" + id, flash);
    }
}
