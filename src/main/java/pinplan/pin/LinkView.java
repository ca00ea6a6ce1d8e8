package pinplan.pin;

import java.time.Instant;
import java.time.ZoneId;
import pinplan.link.Destination;
import pinplan.link.Shorteners;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/**
 * What becomes of a link as it is typed: what ships, which page that is, and what else leads there.
 *
 * @param ships empty where nothing is typed
 * @param error why that can't be; or null
 * @param page null where no pin leads there yet
 * @param others how many other pins do
 */
public record LinkView(
        String typed,
        String ships,
        String error,
        Destination page,
        long others,
        Spacing spacing,
        ZoneId zone,
        Instant now) {
    /** @param pin null for a new one */
    static LinkView of(PinForm form, Workspace workspace, Pin pin, Instant now) {
        // Its pictures have no say in it, and reading them locks them.
        PinFields fields = TypedPin.read(form.alike(form.link, null), workspace, new Errors());
        boolean stays = pin != null && pin.standing().sentOn() && pin.leads().staysWith(pin, fields);
        String ships = stays ? pin.leads().ships() : PinLink.finalLink(workspace, fields, pin == null ? null : pin.id);
        Errors errors = new Errors();
        PinLimits.finalLink(ships, errors);
        Destination page = Destination.of(workspace, form.link);
        Long id = pin == null ? -1L : pin.id;
        long others =
                page == null ? 0 : Pin.count("link.destination = ?1 and id <> ?2 and deletedAt is null", page, id);
        return new LinkView(
                form.link,
                ships,
                errors.of("link"),
                page,
                others,
                Spacing.of(workspace, page, fields.plannedFor(), id),
                workspace.zone,
                now);
    }

    /** What is wrong with the host that it names; null: nothing. */
    public String shortener() {
        return Shorteners.warning(typed);
    }

    public boolean tagged() {
        return !ships.equals(typed);
    }
}
