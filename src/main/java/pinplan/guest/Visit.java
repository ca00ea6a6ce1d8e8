package pinplan.guest;

import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import pinplan.pin.Actor;

/**
 * Somebody at an open link.
 *
 * @param guest null while the link does not know their browser
 */
record Visit(String token, GuestLink link, Guest guest) {
    /** A link that is revoked, expired or was never there is nowhere, at once and whatever was opened by it. */
    static Visit at(String token, String cookie, Instant now) {
        GuestLink link = GuestLink.open(token, now)
                .orElseThrow(() -> new NotFoundException(
                        "This link is not open any more. Ask whoever sent it to you for a new one."));
        return new Visit(token, link, Guest.with(link, cookie));
    }

    boolean admitted() {
        return !link.asksPasscode() || guest != null;
    }

    boolean named() {
        return guest != null && !guest.name.isEmpty();
    }

    String path() {
        return "/g/" + token;
    }

    Actor actor() {
        return Actor.of(guest == null ? Guest.nobodyYet(link) : guest.visitor(link));
    }
}
