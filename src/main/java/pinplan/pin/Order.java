package pinplan.pin;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import pinplan.pin.PinEvent.Kind;

/**
 * The order to publish a pin, as publishing reports it.
 *
 * @param publishing how far it has come; null: nothing is ordered
 * @param doubt whether it is unknown if the pin is out
 * @param postLink where it is out; null: not known
 */
@Embeddable
record Order(@Enumerated(EnumType.STRING) Publishing publishing, boolean doubt, String postLink) {
    static final Order NONE = new Order(null, false, null);

    Order reported(Publishing state, boolean unknown) {
        return new Order(state, unknown, postLink);
    }

    Order seenAt(String link) {
        return new Order(publishing, doubt, link);
    }

    /** As if nothing had been ordered: then it can be. */
    Order forgotten() {
        return reported(null, doubt);
    }

    /** A refused or withdrawn one says nothing about what the pin is from now on. */
    Order forgottenIfEnded() {
        return publishing == Publishing.CANCELLED || failed() ? forgotten() : this;
    }

    /** Whether Publer may know of it: then a change is a recall, not just a change. */
    boolean underWay() {
        return publishing != null && publishing.living() && publishing != Publishing.PENDING && !failed();
    }

    private boolean failed() {
        return publishing == Publishing.REJECTED || publishing == Publishing.NEEDS_REVIEW && !doubt;
    }

    /** How the history says what became of it since then; null: nothing to say. */
    Kind since(Order before) {
        if (publishing == before.publishing && doubt == before.doubt) {
            return null;
        }
        if (publishing == Publishing.CANCELLED && before.underWay()) {
            return before.publishing == Publishing.RECALLING ? Kind.RECALLED : Kind.ABSENT;
        }
        return switch (PinStatus.of(Editorial.APPROVED, this)) {
            case SCHEDULED -> Kind.HANDED_OVER;
            case PUBLISHED -> Kind.PUBLISHED;
            case FAILED -> Kind.FAILED;
            case OUTCOME_UNKNOWN -> Kind.OUTCOME_UNKNOWN;
            default -> before.unknown() ? Kind.RESOLVED : null;
        };
    }

    private boolean unknown() {
        return PinStatus.of(Editorial.APPROVED, this) == PinStatus.OUTCOME_UNKNOWN;
    }
}
