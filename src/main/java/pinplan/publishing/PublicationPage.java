package pinplan.publishing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
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
    private final Clock clock;

    PublicationPage(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "publishing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance publication(Publication publication, Timeline timeline, Instant now);
    }

    @GET
    @Needs(Right.SEE)
    public TemplateInstance show(Long publication) {
        Publication found = Publication.in(viewer.workspace(), publication);
        return Templates.publication(found, Timeline.of(found), clock.instant());
    }

    @POST
    @Path("/look-again")
    @Needs(Right.OPERATE)
    @Transactional
    public Response lookAgain(Long publication) {
        return decide(publication, "Looking at Publer again.", p -> p.lookAgain(Actor.of(viewer), clock.instant()));
    }

    @POST
    @Path("/not-there")
    @Needs(Right.OPERATE)
    @Transactional
    public Response notThere(Long publication) {
        return decide(
                publication,
                "Noted: it is not there. It is sent again.",
                p -> p.notThere(Actor.of(viewer), clock.instant()));
    }

    @POST
    @Path("/is-out")
    @Needs(Right.OPERATE)
    @Transactional
    public Response isOut(Long publication, @FormParam("link") String link) {
        String seen = link == null ? "" : link.strip();
        String known = seen.isEmpty() ? "" : "https://" + seen.replaceFirst("^https?://", "");
        return decide(publication, "Noted: it is published.", p -> p.isOut(known, Actor.of(viewer), clock.instant()));
    }

    @POST
    @Path("/give-up")
    @Needs(Right.OPERATE)
    @Transactional
    public Response giveUp(Long publication) {
        return decide(publication, "It is a draft again.", p -> {
            p.pin.withdraw(Actor.of(viewer), clock.instant());
            p.givenUp(Actor.of(viewer), clock.instant());
        });
    }

    @POST
    @Path("/let-be")
    @Needs(Right.APPROVE)
    @Transactional
    public Response letBe(Long publication) {
        return decide(publication, "It goes out as it is at Publer.", p -> p.letBe(Actor.of(viewer), clock.instant()));
    }

    @POST
    @Path("/put-back")
    @Needs(Right.OPERATE)
    @Transactional
    public Response putBack(Long publication) {
        return decide(
                publication,
                "What was approved is put back: theirs is being deleted first.",
                p -> p.putBack(Actor.of(viewer), clock.instant()));
    }

    private Response decide(Long id, String flash, Consumer<Publication> decision) {
        Publication.in(viewer.workspace(), id);
        Publication publication = Publication.locked(id);
        decision.accept(publication);
        return Answer.seeOther("/publishing/" + id, flash);
    }
}
