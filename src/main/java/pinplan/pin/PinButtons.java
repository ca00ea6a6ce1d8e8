package pinplan.pin;

import java.time.Instant;
import pinplan.team.Right;

/**
 * Which buttons of a pin's page do something for one person: by the pin's own rules, so that none is there only to refuse.
 *
 * @param pin null while it is new
 * @param editable whether this person may change what it says now
 */
public record PinButtons(Pin pin, Actor actor, boolean editable, Instant now) {
    public boolean submit() {
        return editable
                && (pin == null || pin.status() == PinStatus.DRAFT || pin.status() == PinStatus.CHANGES_REQUESTED);
    }

    /** What a change of what reaches Pinterest costs, where it costs something; else null. */
    public String saveEnds() {
        if (pin == null || !pin.standing().sentOn()) {
            return null;
        }
        return pin.standing().approved()
                ? "Changing what reaches Pinterest voids its approval."
                : "Changing what reaches Pinterest ends its review.";
    }

    /** An agreed pin that waits for nothing but a time. */
    public boolean schedule() {
        if (!editable || !movable()) {
            return false;
        }
        boolean without = pin.publishAt() == null;
        return switch (pin.status()) {
            case APPROVED -> without;
            case ON_HOLD -> without || pin.publishAt().isBefore(now);
            default -> false;
        };
    }

    /** What failed is tried again instead, at its time where it still can be. */
    public boolean publish() {
        return movable() && pin.publishable() && !pin.retryable();
    }

    /** Once: what is being taken back, or only found out to be there, is withdrawn already; so is what came back to be changed. */
    public boolean withdraw() {
        return movable() && pin.withdrawable() && pin.standing().sentOn();
    }

    /** What is asked before. */
    public String withdrawing() {
        return "Make it a draft again? It keeps its time; an approval no longer holds."
                + (pin.mayBeAtPubler()
                        ? " It becomes one as soon as Publer is known not to have it, or has deleted it. If it is out by then, it stays published."
                        : "");
    }

    public boolean retry() {
        return pin != null && actor.may(Right.OPERATE) && pin.retryable();
    }

    /** To another time. */
    public boolean move() {
        return movable() && pin.changeable();
    }

    /** Its time can be taken away. */
    public boolean unschedule() {
        return move() && pin.publishAt() != null;
    }

    public boolean duplicate() {
        return pin != null && actor.may(Right.EDIT);
    }

    public boolean delete() {
        return movable() && pin.deletable();
    }

    /** Of those that stand below its name. */
    public boolean any() {
        return publish() || withdraw() || retry() || move() || delete() || duplicate();
    }

    private boolean movable() {
        return pin != null && pin.movableBy(actor);
    }
}
