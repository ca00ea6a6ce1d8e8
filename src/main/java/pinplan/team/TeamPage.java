package pinplan.team;

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
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.ShownOnce;
import pinplan.web.Typed;

/** Who is in the workspace, and who is asked to come. */
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Path("/team")
class TeamPage {
    private static final ShownOnce INVITED = new ShownOnce("invited", "/team");

    private final Viewer viewer;
    private final Clock clock;

    TeamPage(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance team(
                List<Membership> members,
                List<Invitation> invitations,
                List<Role> roles,
                Role invited,
                String forWhom,
                String link,
                Instant now,
                Errors errors);

        static native TemplateInstance remove(Membership place, Instant now);
    }

    @GET
    @Needs(Right.SEE)
    public Response page(@CookieParam("invited") String token, @Context HttpServerRequest request) {
        boolean fresh = token != null && !token.isBlank() && viewer.may(Right.ADMINISTER);
        String link = fresh ? request.scheme() + "://" + request.authority() + "/invitations/" + token : null;
        Response page = Answer.page(show(link, new Errors()));
        return fresh ? Response.fromResponse(page).cookie(INVITED.gone(request)).build() : page;
    }

    @POST
    @Path("/invitations")
    @Transactional
    @Needs(Right.ADMINISTER)
    public Response invite(@RestForm String role, @RestForm String forWhom, @Context HttpServerRequest request) {
        Errors errors = new Errors();
        Role asked = role(role);
        if (asked == null) {
            errors.add("role", "Choose a role from the list.");
        }
        String whom = Typed.line("forWhom", forWhom, errors).atMost(100).text();
        if (errors.any()) {
            return Answer.again(show(null, asked, forWhom, errors));
        }
        Token token = Invitation.make(viewer, asked, whom, clock.instant());
        record("invited somebody as " + asked.word(), whom);
        return showing(token, request);
    }

    private static Response showing(Token token, HttpServerRequest request) {
        return Response.fromResponse(Answer.seeOther("/team"))
                .cookie(INVITED.carrying(token.text(), request))
                .build();
    }

    /** For who forgot theirs: a link, by which they choose it themself. */
    @POST
    @Path("/{id}/new-password")
    @Transactional
    @Needs(Right.ADMINISTER)
    public Response newPassword(@RestPath Long id, @Context HttpServerRequest request) {
        Membership place = Membership.in(viewer.workspace(), id);
        if (place.member.id.equals(viewer.member().id)) {
            // Who sits down before somebody's open browser does not know their password.
            return Answer.refused("/team", "Your own password is changed at Your account, where you give the old one.");
        }
        Token token = Invitation.anew(viewer, place, clock.instant());
        Deed.of(viewer, Topic.TEAM, "made a link for a new password of", clock.instant())
                .on(place.member.name)
                .record();
        return showing(token, request);
    }

    @POST
    @Path("/invitations/{id}/revoke")
    @Transactional
    @Needs(Right.ADMINISTER)
    public Response revoke(@RestPath Long id) {
        Invitation invitation = Invitation.in(viewer.workspace(), id);
        invitation.revoke(viewer, clock.instant());
        if (invitation.forMember != null) {
            Deed.of(viewer, Topic.TEAM, "revoked the link for a new password of", clock.instant())
                    .on(invitation.forMember.name)
                    .record();
        } else {
            record("revoked an invitation as " + invitation.role().word(), invitation.forWhom);
        }
        return Answer.seeOther("/team", "The link is revoked.");
    }

    @POST
    @Path("/{id}/role")
    @Transactional
    @Needs(Right.ADMINISTER)
    public Response changeRole(@RestPath Long id, @RestForm String role) {
        Workspace workspace = locked();
        Membership membership = Membership.in(workspace, id);
        Role asked = role(role);
        if (asked == null) {
            return Answer.again(show(null, new Errors().add(membership.field(), "Choose a role from the list.")));
        }
        Role before = membership.role();
        try {
            membership.changeRole(asked, viewer, clock.instant());
        } catch (Membership.LastOwner e) {
            return Answer.again(show(null, new Errors().add(membership.field(), e.getMessage())));
        }
        if (before != asked) {
            Deed.of(viewer, Topic.TEAM, "changed the role of", clock.instant())
                    .on(membership.member.name)
                    .with(List.of(new Difference("Role", before.word(), asked.word())))
                    .record();
        }
        return Answer.seeOther("/team", membership.member.name + " is now " + asked.word() + ".");
    }

    /** Asks first, with what is lost. */
    @GET
    @Path("/{id}/remove")
    @Needs(Right.ADMINISTER)
    public TemplateInstance askToRemove(@RestPath Long id) {
        return Templates.remove(Membership.in(viewer.workspace(), id), clock.instant());
    }

    @POST
    @Path("/{id}/remove")
    @Transactional
    @Needs(Right.ADMINISTER)
    public Response remove(@RestPath Long id) {
        Workspace workspace = locked();
        Membership membership = Membership.in(workspace, id);
        try {
            membership.remove(viewer, clock.instant());
        } catch (Membership.LastOwner e) {
            return Answer.again(show(null, new Errors().add(membership.field(), e.getMessage())));
        }
        Deed.of(viewer, Topic.TEAM, "removed", clock.instant())
                .on(membership.member.name)
                .record();
        return Answer.seeOther("/team", membership.member.name + " was removed and is signed out everywhere.");
    }

    /** Whoever waited for it may have lost meanwhile what the gate saw: of two who demote each other the first is right. */
    private Workspace locked() {
        Workspace workspace = Workspace.locked(viewer.workspace());
        viewer.isStill(clock.instant());
        viewer.must(Right.ADMINISTER);
        return workspace;
    }

    private void record(String words, String thing) {
        Deed.of(viewer, Topic.TEAM, words, clock.instant()).on(thing).record();
    }

    private TemplateInstance show(String link, Errors errors) {
        return show(link, Role.CREATOR, "", errors);
    }

    private TemplateInstance show(String link, Role invited, String forWhom, Errors errors) {
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> role != Role.OWNER || viewer.may(Right.OWN))
                .toList();
        Instant now = clock.instant();
        return Templates.team(
                Membership.of(viewer.workspace()),
                Invitation.openIn(viewer.workspace(), now),
                roles,
                invited,
                forWhom,
                link,
                now,
                errors);
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
