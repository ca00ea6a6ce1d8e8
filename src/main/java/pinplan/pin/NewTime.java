package pinplan.pin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import pinplan.team.Right;

/**
 * A time that somebody gives to a pin.
 *
 * @param time null: none
 * @param releases whether the pin is on hold no more once it has it: one that waited for nothing else, or theirs to release
 */
record NewTime(Pin pin, PlannedTime time, boolean releases) {
    static NewTime of(Pin pin, LocalDateTime at, Actor by) {
        return new NewTime(
                pin,
                at == null ? null : new PlannedTime(at, pin.workspace().zone),
                pin.standing().heldInReview() && (by.may(Right.APPROVE) || PinEvent.late(pin)));
    }

    /** It is the one that the pin has. What is on hold for it or failed at it goes on even so, and by the same rules. */
    boolean changesNothing() {
        return !releases && pin.status() != PinStatus.FAILED && Objects.equals(time, pin.planned());
    }

    /**
     * @param leads where the pin leads from then on
     * @param wanted whether it is more than a draft
     */
    void refuseUnlessPossible(PinLink leads, boolean wanted, Instant now) {
        PinReadiness.refuseTooSoon(time, now);
        if (wanted) {
            Minutes.refuseUnlessFree(pin, time.instant());
            PinReadiness.refuseUnlessSpaced(pin, leads, time.local());
        }
    }
}
