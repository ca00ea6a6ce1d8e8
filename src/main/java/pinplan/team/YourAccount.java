package pinplan.team;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.web.Answer;
import pinplan.web.Caller;
import pinplan.web.Errors;
import pinplan.web.Typed;

/** Who somebody is here, by what they get in, and where they are signed in. Whatever lets somebody in asks for the password first. */
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Path("/account")
@Needs(Right.SEE)
class YourAccount {
    private static final String HERE = "/account";

    private final Viewer viewer;
    private final Credentials credentials;
    private final Passwords passwords;
    private final OldAddress oldAddress;
    private final Clock clock;

    YourAccount(Viewer viewer, Credentials credentials, Passwords passwords, OldAddress oldAddress, Clock clock) {
        this.viewer = viewer;
        this.credentials = credentials;
        this.passwords = passwords;
        this.oldAddress = oldAddress;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance account(
                String name, String email, List<Session> sessions, boolean mailed, Errors errors);
    }

    @GET
    public TemplateInstance page() {
        return show(viewer.member().name, viewer.member().email, new Errors());
    }

    @POST
    @Path("/name")
    @Transactional
    public Response changeName(@RestForm String name) {
        Errors errors = new Errors();
        String chosen = Typed.line("name", name, errors)
                .required("Type your name.")
                .atMost(100)
                .text();
        if (errors.any()) {
            return Answer.again(show(chosen, viewer.member().email, errors));
        }
        Member me = viewer.member().fresh();
        if (!chosen.equals(me.name)) {
            Deed.of(viewer, Topic.TEAM, "changed their name", clock.instant())
                    .with(List.of(new Difference("Name", me.name, chosen)))
                    .record();
            me.name = chosen;
        }
        return Answer.seeOther(HERE, "Your name is saved.");
    }

    /** Not one transaction: the old address is told once the new one counts, and a mail server may take its time. */
    @POST
    @Path("/email")
    public Response changeEmail(@RestForm String email, @RestForm String password, @Context HttpServerRequest request) {
        Errors errors = new Errors();
        String chosen = Typed.line("email", email, errors).email().text();
        String before = viewer.member().email;
        if (chosen.equals(before)) {
            errors.add("email", "This is already your email.");
        }
        if (!errors.any()) {
            prove("password", password, request, errors);
        }
        // Who does not know the password learns of no address whether somebody here has it.
        if (!errors.any() && !goesBy(chosen)) {
            errors.add("email", "Someone else signs in with this email. Choose another.");
            // Whoever asks for one address after the other leaves a trace.
            QuarkusTransaction.requiringNew()
                    .run(() -> Deed.of(
                                    viewer,
                                    Topic.SIGN_INS,
                                    "was refused an email that somebody else has",
                                    clock.instant())
                            .record());
        }
        if (errors.any()) {
            return Answer.again(show(viewer.member().name, chosen, errors));
        }
        String told = oldAddress.told(before, viewer.workspace())
                ? " " + before + " was told."
                : oldAddress.possible() ? " The mail about it to " + before + " could not be sent." : "";
        return Answer.seeOther(HERE, "You sign in with " + chosen + " from now on." + told);
    }

    /** False: somebody else does. Two who choose the same at once are told apart by the database. */
    private boolean goesBy(String email) {
        Member other = Member.withEmail(email);
        if (other != null && !other.id.equals(viewer.member().id)) {
            return false;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                viewer.member().fresh().email = email;
                Deed.of(viewer, Topic.SIGN_INS, "changed their email", clock.instant())
                        .record();
                Member.flush();
            });
            return true;
        } catch (ConstraintViolationException taken) {
            return false;
        }
    }

    @POST
    @Path("/password")
    @Transactional
    public Response changePassword(
            @RestForm String current, @RestForm("new") String chosen, @Context HttpServerRequest request) {
        Errors errors = new Errors();
        prove("current", current, request, errors);
        passwords.refusal(chosen).ifPresent(sentence -> errors.add("new", sentence));
        if (!errors.any() && passwords.matches(chosen, viewer.member())) {
            errors.add("new", "This is already your password. Choose another.");
        }
        if (errors.any()) {
            return Answer.again(show(viewer.member().name, viewer.member().email, errors));
        }
        Instant now = clock.instant();
        Member me = viewer.member().fresh();
        me.passwordHash = passwords.hash(chosen);
        Session.endAll(me);
        Invitation.endFor(me, now);
        Deed.of(viewer, Topic.SIGN_INS, "changed their password", now).record();
        Token token = Session.begin(me, viewer.workspace(), now);
        return Response.fromResponse(
                        Answer.seeOther(HERE, "The password is changed. Every other browser is signed out."))
                .cookie(SessionCookie.of(token, SessionCookie.secure(request)))
                .build();
    }

    /** @param session which of one's own; this browser itself is signed out as always */
    @POST
    @Path("/sign-out")
    @Transactional
    public Response signOut(@RestForm Long session) {
        if (!Session.end(viewer.member(), session)) {
            return Answer.refused(HERE, "That browser is signed out already.");
        }
        Deed.of(viewer, Topic.SIGN_INS, "signed out another browser", clock.instant())
                .record();
        return Answer.seeOther(HERE, "That browser is signed out.");
    }

    @POST
    @Path("/sign-out-others")
    @Transactional
    public Response signOutOthers() {
        if (Session.endOthers(viewer.member(), viewer.sessionId()) > 0) {
            Deed.of(viewer, Topic.SIGN_INS, "signed out every other browser", clock.instant())
                    .record();
        }
        return Answer.seeOther(HERE, "You are now signed in only in this browser.");
    }

    private void prove(String field, String password, HttpServerRequest request, Errors errors) {
        if (password == null || password.isEmpty()) {
            errors.add(field, "Type your password.");
            return;
        }
        Credentials.Check check = credentials.check(viewer.member().email, password, Caller.address(request));
        if (!check.right()) {
            if (check.delay().isZero()) {
                new WrongPassword(viewer.member().email, "their account", viewer.workspace(), Caller.address(request))
                        .writeDown(clock.instant());
            }
            errors.add(field, check.delay().isZero() ? "This is not your password." : check.sentence());
        }
    }

    private TemplateInstance show(String name, String email, Errors errors) {
        return Templates.account(
                name, email, Session.of(viewer.member(), clock.instant()), oldAddress.possible(), errors);
    }
}
