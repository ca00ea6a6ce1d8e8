package pinplan.pin;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.util.Objects;

/**
 * What somebody had before their eyes when they said what shall become of a pin, as the form that they sent carries it.
 *
 * @param fingerprint of its latest revision; empty: nobody was asked about it
 * @param at when it was to go out; null: it had no time
 */
public record Seen(String fingerprint, Instant at) {
    private static final String AT = "@";

    public static Seen of(Pin pin) {
        return new Seen(pin.revision() == null ? "" : pin.revision().fingerprint, pin.publishAt());
    }

    /** What it does not say was not seen. */
    public static Seen read(String typed) {
        String[] parts = Objects.toString(typed, "").split(AT, 2);
        boolean timed = parts.length == 2 && parts[1].matches("[0-9]{1,12}");
        return new Seen(parts[0], timed ? Instant.ofEpochSecond(Long.parseLong(parts[1])) : null);
    }

    /** For a form. */
    @TemplateExtension
    static Seen seen(Pin pin) {
        return of(pin);
    }

    /** Whoever agrees to it agrees to what they saw, and to the time where people want that. */
    void refuseUnlessStill(Pin pin) {
        Refused.when(
                !pin.revision().fingerprint.equals(fingerprint)
                        || !pin.content().fingerprint().equals(fingerprint),
                "This pin was changed while you were looking at it. Look at it again before you decide.");
        Refused.when(
                !Agreement.sought().outlives(pin, at, pin.publishAt()),
                "Its time was changed while you were looking at it, and the time is agreed on too. Look at it again before you decide.");
    }

    @Override
    public String toString() {
        return at == null ? fingerprint : fingerprint + AT + at.getEpochSecond();
    }
}
