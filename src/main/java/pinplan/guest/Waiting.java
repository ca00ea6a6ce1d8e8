package pinplan.guest;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pinplan.pin.Actor;
import pinplan.pin.InTurn;
import pinplan.pin.Pin;
import pinplan.web.Formats;

/**
 * What waits for a guest behind their link.
 *
 * @param all whether every pin was looked at: else there may be more
 */
record Waiting(List<Pin> pins, boolean all) {
    /** Each is asked for by itself: more than anybody goes through at a sitting. */
    private static final int COUNTED = 25;

    static Waiting of(Visit visit) {
        Actor guest = visit.actor();
        List<Pin> seen = GuestPins.inReview(visit.link(), COUNTED);
        return new Waiting(
                seen.stream()
                        .filter(pin -> pin.mayAgree(guest) && pin.mayDecide(guest))
                        .toList(),
                seen.size() < COUNTED);
    }

    /** Who asks, what for, and by when; at the top of their page. */
    String asks(Visit visit) {
        GuestLink link = visit.link();
        if (!visit.decides()) {
            return "%s shares these pins with you%s."
                    .formatted(link.madeBy.name, link.comments ? " and would like to know what you think" : "");
        }
        if (pins.isEmpty()) {
            return all ? "Nothing waits for your decision right now." : null;
        }
        return "%s asks you to decide on %s: approve, or say what should change.%s"
                .formatted(link.madeBy.name, many(), first(link));
    }

    private String first(GuestLink link) {
        Optional<Instant> first =
                pins.stream().map(Pin::publishAt).filter(Objects::nonNull).min(Instant::compareTo);
        return first.map(at -> " %s on %s (%s)."
                        .formatted(
                                pins.size() == 1 ? "It goes out" : "The first goes out",
                                Formats.moment(at, link.workspace.zone),
                                link.workspace.zone))
                .orElse("");
    }

    private String many() {
        return (all ? "" : "at least ") + (pins.size() == 1 ? "1 pin" : pins.size() + " pins");
    }

    /** What is left of it after a decision; empty: not everything was looked at. */
    String left() {
        int left = pins.size();
        if (!all && left < COUNTED) {
            return "";
        }
        return left == 0
                ? "Nothing else waits for you here."
                : left == 1
                        ? "1 more waits for you."
                        : "%d%s more wait for you.".formatted(left, left == COUNTED ? " or" : "");
    }

    /** The one to go on to, where its page shows that. */
    Optional<Pin> behind(Pin decided) {
        return InTurn.behind(decided, pins);
    }
}
