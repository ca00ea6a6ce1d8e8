package pinplan.pin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.fetch.SafeFetcher;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;

/** What the composer says below a link while it is being typed, and of the page behind it. */
@Path("/pins/link")
class Links {
    private final Viewer viewer;
    private final SafeFetcher fetcher;
    private final LookPace pace;
    private final Clock clock;

    Links(Viewer viewer, SafeFetcher fetcher, LookPace pace, Clock clock) {
        this.pace = pace;
        this.viewer = viewer;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "pin")
    static class Templates {
        static native TemplateInstance linkPanel(LinkView link);

        static native TemplateInstance offerPanel(Offer offer);
    }

    /** The fields of the composer that have a say in it, under their own names. */
    static class Asked {
        @RestQuery
        Long pin;

        @RestQuery
        String link;

        @RestQuery
        String account;

        @RestQuery
        String board;

        @RestQuery
        String campaign;

        @RestQuery
        String publishDate;

        @RestQuery
        String publishTime;

        PinForm form() {
            PinForm form = new PinForm();
            form.link = text(link).strip();
            form.account = text(account);
            form.board = text(board);
            form.campaign = text(campaign);
            form.publishDate = text(publishDate);
            form.publishTime = text(publishTime);
            return form;
        }

        private static String text(String said) {
            return said == null ? "" : said;
        }
    }

    @GET
    @Needs(Right.EDIT)
    public TemplateInstance panel(@BeanParam Asked asked) {
        Pin pin = asked.pin == null ? null : Pin.in(viewer.workspace(), asked.pin);
        return Templates.linkPanel(LinkView.of(asked.form(), viewer.workspace(), pin, clock.instant()));
    }

    /** What the page behind it says of itself, fetched since somebody asks. */
    @POST
    @Needs(Right.EDIT)
    public Response look(@RestForm String link) {
        String typed = Asked.text(link).strip();
        try {
            return Answer.page(Templates.offerPanel(pace.keep(viewer.member().id, () -> Offer.of(typed, fetcher))));
        } catch (Refused tooMany) {
            return Answer.tooMany(Templates.offerPanel(Offer.refused(typed, tooMany)));
        }
    }
}
