package pinplan.guest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Date;
import pinplan.autosave.KeptForms;
import pinplan.autosave.Owner;
import pinplan.pin.Actor;
import pinplan.pin.Visitor;
import pinplan.team.Membership;
import pinplan.team.Right;
import pinplan.team.Role;
import pinplan.team.Token;
import pinplan.team.Viewer;

/**
 * Somebody at an open link.
 *
 * @param guest null while the link does not know their browser
 * @param decides whether their word counts: the link says so, whoever made it may still approve, and it is no member who looks
 * @param member whether it is one of the workspace, who sees what guests see
 */
record Visit(String token, GuestLink link, Guest guest, boolean decides, boolean member) {
    /** A link that is revoked, expired or was never there, or whose maker left, is nowhere: at once and whatever was opened by it. */
    static Visit at(String token, String cookie, Viewer viewer, Instant now) {
        GuestLink link = GuestLink.open(token, now).orElseThrow(Nowhere::new);
        return at(token, link, Guest.with(link, cookie), viewer);
    }

    /** As it is in the transaction that is open: meanwhile the link may have been revoked, or its maker have left. */
    Visit still(Viewer viewer, Instant now) {
        GuestLink open = GuestLink.open(token, now).orElseThrow(Nowhere::new);
        return at(token, open, guest == null ? null : guest.fresh(), viewer);
    }

    private static Visit at(String token, GuestLink link, Guest guest, Viewer viewer) {
        Role maker = Membership.of(link.madeBy)
                .filter(place -> place.workspace.id.equals(link.workspace.id))
                .map(Membership::role)
                .orElseThrow(Nowhere::new);
        boolean member = viewer.known() && viewer.workspace().id.equals(link.workspace.id);
        boolean decides = link.approves && maker.may(Right.APPROVE) && !member;
        return new Visit(token, link, guest, decides, member);
    }

    /** No link is open here. */
    public static class Nowhere extends NotFoundException {
        Nowhere() {
            super("This link is not open any more. Ask whoever sent it to you for a new one.");
        }
    }

    boolean admitted() {
        return !link.asksPasscode() || guest != null;
    }

    boolean named() {
        return guest != null && !guest.name.isEmpty();
    }

    /** For what is kept of what they type; null while the link does not know their browser. */
    Owner owner() {
        return guest == null ? null : Owner.guest(link.workspace, guest.id);
    }

    /** The forms of this page are a guest's. */
    void keeps(KeptForms kept) {
        kept.guest(owner(), path() + "/kept");
    }

    Visit as(Guest guest) {
        return new Visit(token, link, guest, decides, member);
    }

    String path() {
        return "/g/" + token;
    }

    Actor actor() {
        return actor(guest);
    }

    /** @param guest null: nobody yet */
    Actor actor(Guest guest) {
        return Actor.of(new Visitor(
                guest == null ? 0 : guest.id,
                guest == null ? "" : guest.name,
                link.name,
                link.comments,
                decides,
                link.madeBy));
    }

    /**
     * Who says something: their browser and their name are known from then on.
     *
     * @param fresh null: their browser is known already
     */
    Guest speaks(Token fresh, String name, Instant now) {
        Guest speaker = fresh == null ? guest : Guest.begin(link, fresh, name, now);
        if (speaker.name.isEmpty()) {
            speaker.name = name;
        }
        return speaker;
    }

    /** Their browser is known from now on, as long as the link is open. */
    Response known(Response answer, Token guest, HttpServerRequest request) {
        return Response.fromResponse(answer)
                .cookie(new NewCookie.Builder(GuestPages.COOKIE)
                        .value(guest.text())
                        .path(path())
                        .expiry(Date.from(link.expiresAt))
                        .httpOnly(true)
                        .secure("https".equals(request.scheme()))
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }
}
