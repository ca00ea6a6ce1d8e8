package pinplan.guest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.autosave.KeptForm;
import pinplan.autosave.KeptForms;
import pinplan.campaign.Campaign;
import pinplan.pin.Pin;
import pinplan.team.Deed;
import pinplan.team.Needs;
import pinplan.team.Passwords;
import pinplan.team.Right;
import pinplan.team.Token;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.team.Workspace;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.ShownOnce;

/** The links that were given to guests. Only who may decide gives away a decision. */
@Path("/review/guests")
@Needs(Right.APPROVE)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class GuestLinks {
    private static final String HERE = "/review/guests";
    private static final int MOST = 200;
    private static final int MOST_PINS = 100;
    private static final ShownOnce MADE = new ShownOnce("guest-link", HERE);

    private final Viewer viewer;
    private final Passwords passwords;
    private final GuestMail mail;
    private final KeptForms kept;
    private final Clock clock;

    GuestLinks(Viewer viewer, Passwords passwords, GuestMail mail, KeptForms kept, Clock clock) {
        this.viewer = viewer;
        this.passwords = passwords;
        this.mail = mail;
        this.kept = kept;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "guest")
    static class Templates {
        static native TemplateInstance links(
                List<GuestLink> links,
                GuestLinkForm form,
                List<Campaign> campaigns,
                List<Pin> pins,
                String made,
                boolean mails,
                ZoneId zone,
                Instant now,
                Errors errors);
    }

    @GET
    public Response page(@CookieParam("guest-link") String token, @Context HttpServerRequest request) {
        boolean fresh = token != null && !token.isBlank();
        String made = fresh ? request.scheme() + "://" + request.authority() + "/g/" + token : null;
        Response page = Answer.page(show(begun(), made, new Errors()));
        return fresh ? Response.fromResponse(page).cookie(MADE.gone(request)).build() : page;
    }

    private GuestLinkForm begun() {
        KeptForm own = kept.of("guest-links", null);
        return own.brought()
                ? GuestLinkForm.read(own.filled().fields(), viewer.workspace())
                : new GuestLinkForm(viewer.workspace());
    }

    /** Not one transaction: the form again also shows the links, which are read when it is written. */
    @POST
    public Response make(MultivaluedMap<String, String> typed, @Context HttpServerRequest request) {
        kept.sent(typed.getFirst(KeptForms.SITTING));
        GuestLinkForm form = GuestLinkForm.read(typed, viewer.workspace());
        Errors errors = new Errors();
        Token token = QuarkusTransaction.requiringNew().call(() -> made(form, errors));
        return token == null
                ? Answer.again(show(form, null, errors))
                : Response.fromResponse(told(form, token))
                        .cookie(MADE.carrying(token.text(), request))
                        .build();
    }

    /** The link is shown whatever becomes of its mail: nobody can be shown it again. */
    private Response told(GuestLinkForm form, Token token) {
        if (form.mail.isEmpty()) {
            return Answer.seeOther(HERE);
        }
        if (!mail.possible()) {
            return Answer.refused(HERE, "It was not mailed: no mail server is set up. Send the link yourself.");
        }
        return mail.mailed(form, token, viewer.member())
                ? Answer.seeOther(HERE, "It is on its way to %s.".formatted(form.mail))
                : Answer.refused(
                        HERE,
                        "The mail server did not take the mail to %s. Send the link yourself.".formatted(form.mail));
    }

    private Token made(GuestLinkForm form, Errors errors) {
        form.check(Campaign.live(viewer.workspace()), passwords, clock.instant(), errors);
        if (errors.any()) {
            return null;
        }
        Deed.of(viewer, Topic.SETTINGS, "made a guest link for", clock.instant())
                .on(form.name)
                .record();
        return GuestLink.make(form, viewer.member(), clock.instant());
    }

    @POST
    @Path("/{id}/revoke")
    @Transactional
    public Response revoke(@RestPath Long id) {
        GuestLink link = GuestLink.in(viewer.workspace(), id);
        link.revoke(viewer.member(), clock.instant());
        return Answer.seeOther(HERE, "The link for %s no longer works for anyone.".formatted(link.name));
    }

    private TemplateInstance show(GuestLinkForm form, String made, Errors errors) {
        Workspace workspace = viewer.workspace();
        return Templates.links(
                GuestLink.of(workspace, MOST),
                form,
                Campaign.live(workspace),
                GuestPins.inReview(workspace, MOST_PINS),
                made,
                mail.possible(),
                workspace.zone,
                clock.instant(),
                errors);
    }
}
