package pinplan.team;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.web.Answer;
import pinplan.web.Caller;
import pinplan.web.Errors;
import pinplan.web.Open;

@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Path("/")
class SignIns {
    private final Viewer viewer;
    private final Credentials credentials;
    private final Clock clock;

    SignIns(Viewer viewer, Credentials credentials, Clock clock) {
        this.viewer = viewer;
        this.credentials = credentials;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance signIn(String email, String next, Errors errors, String notice, boolean begun);
    }

    @GET
    @Path("sign-in")
    @Open(why = "this is the door")
    public Response form(@RestQuery String next) {
        if (viewer.known()) {
            return Answer.seeOther(Next.safe(next));
        }
        return Answer.page(show("", next, new Errors(), null));
    }

    /** Not one transaction: the count of tries is kept whatever follows, and hashing holds no connection. */
    @POST
    @Path("sign-in")
    @Open(why = "this is the door")
    public Response signIn(
            @RestForm String email,
            @RestForm String password,
            @RestForm String next,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        String typed = email == null ? "" : email;
        Credentials.Check check = credentials.check(typed, password, Caller.address(request));
        if (!check.right()) {
            if (check.delay().isZero()) {
                new WrongPassword(typed, "sign-in", null, Caller.address(request)).writeDown(clock.instant());
            }
            return refused(typed, next, check.sentence(), check.delay());
        }
        boolean secure = SessionCookie.secure(request);
        Optional<Token> old = SessionCookie.read(headers.getCookies(), secure);
        Optional<Token> token = QuarkusTransaction.requiringNew().call(() -> {
            old.ifPresent(Session::end);
            return Membership.of(check.member()).map(place -> {
                Instant now = clock.instant();
                Deed.of(place.workspace, check.member(), Topic.SIGN_INS, "signed in", now)
                        .record();
                return Session.begin(check.member(), place.workspace, now);
            });
        });
        return token.map(fresh -> Response.seeOther(URI.create(Next.safe(next)))
                        .cookie(SessionCookie.of(fresh, secure))
                        .build())
                .orElseGet(() -> Answer.again(show(
                        typed,
                        next,
                        new Errors(),
                        "You are in no workspace any more. Ask an owner or an admin for a new invitation.")));
    }

    @POST
    @Path("sign-out")
    @Open(why = "who is already out may press it again")
    public Response signOut(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        boolean secure = SessionCookie.secure(request);
        SessionCookie.read(headers.getCookies(), secure)
                .ifPresent(token -> QuarkusTransaction.requiringNew().run(() -> end(token)));
        return Response.seeOther(URI.create("/sign-in"))
                .cookie(SessionCookie.gone(secure))
                .build();
    }

    private void end(Token token) {
        if (viewer.known()) {
            Deed.of(viewer, Topic.SIGN_INS, "signed out", clock.instant()).record();
        }
        Session.end(token);
    }

    /** @param notice what is wrong with no field of it; null: nothing */
    private static TemplateInstance show(String email, String next, Errors errors, String notice) {
        return Templates.signIn(email, Next.safe(next), errors, notice, Workspace.any());
    }

    private static Response refused(String email, String next, String sentence, Duration wait) {
        Response again = Answer.again(show(email, next, new Errors().add("password", sentence), null));
        if (wait.isZero()) {
            return again;
        }
        return Response.fromResponse(again)
                .status(429)
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()))
                .build();
    }
}
