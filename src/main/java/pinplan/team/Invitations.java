package pinplan.team;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.web.Answer;
import pinplan.web.Caller;
import pinplan.web.Errors;
import pinplan.web.Open;
import pinplan.web.Typed;

/** Where an invitation's link leads: a new person chooses name and password, a known one gives theirs, one who forgot it chooses another. */
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Path("/invitations/{token}")
@Open(why = "whoever is invited is no member yet; the token is the key")
class Invitations {
    private final Credentials credentials;
    private final Passwords passwords;
    private final Clock clock;

    Invitations(Credentials credentials, Passwords passwords, Clock clock) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance invitation(
                Invitation invitation, String token, String name, String email, Errors errors);

        static native TemplateInstance newPassword(Invitation invitation, String token, Errors errors);
    }

    @GET
    public TemplateInstance form(@RestPath String token) {
        Invitation invitation = open(token);
        return invitation.forMember != null
                ? Templates.newPassword(invitation, token, new Errors())
                : Templates.invitation(invitation, token, "", "", new Errors());
    }

    /** Not one transaction: the count of wrong passwords is kept whatever follows. */
    @POST
    public Response accept(
            @RestPath String token,
            @RestForm String name,
            @RestForm String email,
            @RestForm String password,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        Invitation invitation = open(token);
        Optional<Token> before = SessionCookie.read(headers.getCookies(), SessionCookie.secure(request));
        Errors errors = new Errors();
        if (invitation.forMember != null) {
            passwords.refusal(password).ifPresent(sentence -> errors.add("password", sentence));
            return errors.any()
                    ? Answer.again(Templates.newPassword(invitation, token, errors))
                    : in(renewed(token, passwords.hash(password), before), request);
        }
        String address = Typed.line("email", email, errors).email().text();
        Member known = errors.any() ? null : Member.withEmail(address);
        String called = known != null
                ? known.name
                : Typed.line("name", name, errors)
                        .required("Type your name.")
                        .atMost(100)
                        .text();
        if (known != null) {
            prove(known, invitation, password, request, errors);
        } else {
            passwords.refusal(password).ifPresent(sentence -> errors.add("password", sentence));
        }
        if (errors.any()) {
            return Answer.again(Templates.invitation(invitation, token, text(name), text(email), errors));
        }
        Token session = known != null
                ? QuarkusTransaction.requiringNew().call(() -> join(token, known.locked(), before))
                : begin(token, called, address, passwords.hash(password), before);
        if (session == null) {
            // They accepted another one at this very moment.
            errors.add("email", placed(known, invitation));
            return Answer.again(Templates.invitation(invitation, token, text(name), text(email), errors));
        }
        return in(session, request);
    }

    private static Response in(Token session, HttpServerRequest request) {
        return Response.seeOther(URI.create("/calendar"))
                .cookie(SessionCookie.of(session, SessionCookie.secure(request)))
                .build();
    }

    /** @param before what the browser was signed in by, which ends */
    private Token renewed(String token, String hash, Optional<Token> before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            Invitation claimed = Invitation.claimed(token, now).orElseThrow(Invitations::gone);
            claimed.renew(hash, now);
            Deed.of(claimed.workspace, claimed.forMember, Topic.SIGN_INS, "chose a new password by a link", now)
                    .record();
            before.ifPresent(Session::end);
            return Session.begin(claimed.forMember, claimed.workspace, now);
        });
    }

    private void prove(Member known, Invitation invitation, String password, HttpServerRequest request, Errors errors) {
        Credentials.Check check = credentials.check(known.email, password, Caller.address(request));
        if (!check.right()) {
            if (check.delay().isZero()) {
                new WrongPassword(known.email, "an invitation", invitation.workspace, Caller.address(request))
                        .writeDown(clock.instant());
            }
            errors.add(
                    "password",
                    check.delay().isZero()
                            ? "This email already has a password here: use that one."
                            : check.sentence());
        } else {
            String placed = placed(known, invitation);
            if (placed != null) {
                errors.add("email", placed);
            }
        }
    }

    /** Why they can't come in; null: they can. */
    private static String placed(Member known, Invitation invitation) {
        Membership place = Membership.of(known).orElse(null);
        if (place == null) {
            return null;
        }
        return place.workspace.id.equals(invitation.workspace.id)
                ? "You are in this workspace already: sign in instead."
                : "You are in another workspace already, and a person can be in one only. Join with another email, or ask to be removed there first.";
    }

    private Token begin(String token, String name, String email, String hash, Optional<Token> before) {
        return QuarkusTransaction.requiringNew()
                .call(() -> join(token, Member.called(name, email, hash, clock.instant()), before));
    }

    /** Null where they have a place by now. */
    private Token join(String token, Member member, Optional<Token> before) {
        Instant now = clock.instant();
        Invitation claimed = Invitation.claimed(token, now).orElseThrow(Invitations::gone);
        if (placed(member, claimed) != null) {
            return null;
        }
        Membership place = claimed.accept(member, now);
        Deed.of(place.workspace, member, Topic.TEAM, "joined as " + place.role().word(), now)
                .record();
        before.ifPresent(Session::end);
        return Session.begin(member, place.workspace, now);
    }

    private Invitation open(String token) {
        return Invitation.open(token, clock.instant()).orElseThrow(Invitations::gone);
    }

    private static NotFoundException gone() {
        return new NotFoundException(
                "This link was used, revoked or is older than a week, or its maker may no longer invite people. Ask for a new one.");
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }
}
