package pinplan.pin;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Pins that wait for a decision, as they are gone through: the first to go out first, those without a time last. */
public final class InTurn {
    private static final Comparator<Pin> ORDER = Comparator.comparing(
                    Pin::publishAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(pin -> pin.id);

    private InTurn() {}

    /** The first of them that stands behind that one, which itself is not there any more. */
    public static Optional<Pin> behind(Pin decided, Collection<Pin> waiting) {
        return waiting.stream().filter(pin -> ORDER.compare(pin, decided) > 0).min(ORDER);
    }
}
