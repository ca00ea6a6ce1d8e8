package pinplan.change;

import java.time.Instant;
import java.util.Arrays;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Refused;
import pinplan.pin.Seen;

/**
 * One of many pins as somebody saw it, as the form beneath that look carries it: what was said of it there holds for nothing else.
 *
 * @param status null: nobody looked
 * @param seen what of it would ship, and when
 */
public record AsShown(PinStatus status, int edition, Seen seen) {
    private static final String FORM = "[A-Z_]+[.][0-9]{1,9}[.].*";
    private static final AsShown NONE = new AsShown(null, 0, Seen.read(""));

    public static AsShown of(Pin pin) {
        return new AsShown(pin.status(), pin.edition(), new Seen(pin.content().fingerprint(), pin.publishAt()));
    }

    static AsShown read(String typed) {
        if (!typed.matches(FORM)) {
            return NONE;
        }
        String[] parts = typed.split("[.]", 3);
        return Arrays.stream(PinStatus.values())
                .filter(status -> status.name().equals(parts[0]))
                .findFirst()
                .map(status -> new AsShown(status, Integer.parseInt(parts[1]), Seen.read(parts[2])))
                .orElse(NONE);
    }

    /** Its link is given its tags only when it is sent to review: what is agreed to is that. */
    AsShown shipping(Pin pin) {
        return new AsShown(status, edition, new Seen(pin.content().fingerprint(), at()));
    }

    Instant at() {
        return seen.at();
    }

    /** What did not wait for a decision was not looked at for one. */
    String decided() {
        return status == PinStatus.IN_REVIEW ? seen.toString() : "";
    }

    void refuseUnlessStill(AsShown is) {
        if (status != null && status != is.status) {
            throw new Refused("", "It is “%s” by now.".formatted(is.status.word()));
        }
        if (!equals(is)) {
            throw new Refused("", "It was changed since you looked.");
        }
    }

    /** For the form. */
    @Override
    public String toString() {
        return "%s.%d.%s".formatted(status, edition, seen);
    }
}
