package pinplan.pin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.link.Destination;
import pinplan.link.PageChecks;
import pinplan.team.Deed;
import pinplan.team.Difference;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.Paging;
import pinplan.web.Typed;

/** The pages that pins lead to, and one of them with all its pins. */
@Path("/destinations")
@Needs(Right.SEE)
class Destinations {
    private final Viewer viewer;
    private final Pages pages;
    private final LookPace pace;
    private final Clock clock;

    Destinations(Viewer viewer, Pages pages, LookPace pace, Clock clock) {
        this.pace = pace;
        this.viewer = viewer;
        this.pages = pages;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "pin")
    static class Templates {
        static native TemplateInstance destinations(DestinationList list);

        static native TemplateInstance destination(DestinationView view, String days, Errors errors);
    }

    @GET
    public TemplateInstance all(@RestQuery String q, @RestQuery Integer page) {
        return Templates.destinations(
                DestinationList.of(viewer.workspace(), Objects.toString(q, "").strip(), Paging.asked(page)));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@RestPath Long id) {
        Destination destination = Destination.in(viewer.workspace(), id);
        return show(destination, Objects.toString(destination.ownDays(), ""), new Errors());
    }

    /** Its own rule; empty: that of its domain, or of the workspace. */
    @POST
    @Path("/{id}/spacing")
    @Transactional
    @Needs(Right.ADMINISTER)
    public Response space(@RestPath Long id, @RestForm String days) {
        Destination destination = Destination.in(viewer.workspace(), id);
        Errors errors = new Errors();
        Typed typed = Typed.line("days", days, errors);
        Integer own = typed.text().isEmpty() ? null : typed.number(0, Destination.MOST_DAYS);
        if (errors.any()) {
            return Answer.again(show(destination, typed.text(), errors));
        }
        int before = destination.spacingDays();
        destination.space(own);
        Deed.of(
                        viewer,
                        Topic.SETTINGS,
                        "changed how far apart pins to " + destination.address() + " are",
                        clock.instant())
                .with(List.of(new Difference(
                        "Days apart", String.valueOf(before), String.valueOf(destination.spacingDays()))))
                .record();
        return Answer.seeOther("/destinations/" + id, "The rule of this page is saved.");
    }

    /** Looks at it now. No transaction is open meanwhile. */
    @POST
    @Path("/{id}/check")
    @Needs(Right.EDIT)
    public Response check(@RestPath Long id) {
        PageChecks.Answer answer;
        try {
            answer = pace.keep(viewer.member().id, () -> pages.now(viewer.workspace(), id));
        } catch (Refused tooMany) {
            Destination destination = Destination.in(viewer.workspace(), id);
            String days = Objects.toString(destination.ownDays(), "");
            return Answer.tooMany(show(destination, days, new Errors().add("check", tooMany.getMessage())));
        }
        return Answer.seeOther(
                "/destinations/" + id,
                switch (answer) {
                    case CHECKED -> "The page was looked at.";
                    case JUST_NOW -> "It was looked at less than a minute ago: see below.";
                    case SOON -> "Its server is left alone for the moment. The page has the next turn.";
                    case UNSURE ->
                        "No server answered just now: that may be our own network. The page is asked for again soon.";
                    case BUSY -> "Too many pages are being looked at just now. Try again in a moment.";
                    case NEVER -> "Pages like this one are not looked at.";
                });
    }

    private TemplateInstance show(Destination destination, String days, Errors errors) {
        return Templates.destination(
                DestinationView.of(destination, viewer.workspace(), clock.instant()), days, errors);
    }
}
