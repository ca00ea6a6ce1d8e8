package pinplan.pin;

import io.quarkus.qute.RawString;
import java.util.Locale;
import pinplan.web.Icons;

/** The one status that a person sees of a pin, derived here from what people agreed and what publishing reports. */
public enum PinStatus {
    DRAFT("Draft"),
    IN_REVIEW("In review"),
    CHANGES_REQUESTED("Changes requested"),
    APPROVED("Approved"),
    SCHEDULED("Scheduled"),
    PUBLISHING("Publishing"),
    PUBLISHED("Published"),
    FAILED("Failed"),
    OUTCOME_UNKNOWN("Outcome unknown"),
    ON_HOLD("On hold");

    private final String word;
    private final String kind;

    PinStatus(String word) {
        this.word = word;
        this.kind = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String word() {
        return word;
    }

    /** The name of its icon and colour. */
    public String kind() {
        return kind;
    }

    public RawString icon() {
        return Icons.status(kind);
    }

    static PinStatus of(Editorial editorial, Order order) {
        if (order.publishing() == null || order.publishing() == Publishing.CANCELLED) {
            return valueOf(editorial.name());
        }
        return switch (order.publishing()) {
            // Nothing of it is at Publer yet, as far as we know: people's word holds, also while that is made sure of.
            case PENDING -> valueOf(editorial.name());
            case SENDING, ACCEPTED, RECALLING -> PUBLISHING;
            case SCHEDULED -> SCHEDULED;
            case PUBLISHED -> PUBLISHED;
            case IN_DOUBT -> OUTCOME_UNKNOWN;
            case NEEDS_REVIEW -> order.doubt() ? OUTCOME_UNKNOWN : FAILED;
            case REJECTED -> FAILED;
            case CANCELLED -> throw new IllegalStateException("handled above");
        };
    }
}
