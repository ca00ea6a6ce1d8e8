package pinplan.publishing;

import java.time.Instant;
import pinplan.pin.Pin;

/** How pins of the demo come to an end that nothing led to: marked so, never sent, never looked at. */
public final class Sample {
    private static final String MARK = "A sample of the demo: it was never sent.";

    private Sample() {}

    public static void published(Pin pin, Instant at) {
        Publication.living(pin).sampled(MARK, at);
    }

    public static void failed(Pin pin, Fault fault, String sentence, Instant at) {
        Publication.living(pin).rejected(fault, sentence, at);
    }

    public static void unknown(Pin pin, String sentence, Instant at) {
        Publication publication = Publication.living(pin);
        publication.needsReview(true, Fault.UNKNOWN, sentence, at);
        // Nothing of it is anywhere: a look would not help.
        publication.due(null);
    }
}
