package pinplan.pin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import pinplan.team.Right;

/**
 * A time that somebody gives to a pin.
 *
 * @param time null: none
 * @param at which instant, where that is known; null: the one that follows from the time
 * @param releases whether the pin is on hold no more once it has it: one that waited for nothing else, or theirs to release
 * @param typed whether it is one of the fields of a form: a draft keeps it as it keeps the others, right or wrong
 */
record NewTime(Pin pin, PlannedTime time, Instant at, boolean releases, boolean typed) {
    static NewTime of(Pin pin, LocalDateTime at, Actor by) {
        return of(pin, at == null ? null : new PlannedTime(at, pin.workspace().zone), null, by);
    }

    static NewTime of(Pin pin, PlannedTime time, Instant at, Actor by) {
        return new NewTime(
                pin, time, at, pin.standing().heldInReview() && (by.may(Right.APPROVE) || PinEvent.late(pin)), false);
    }

    NewTime asTyped() {
        return new NewTime(pin, time, at, releases, true);
    }

    /** It is the one that the pin has. What is on hold for it or failed at it goes on even so, and by the same rules. */
    boolean changesNothing() {
        return !releases
                && pin.status() != PinStatus.FAILED
                && Objects.equals(time, pin.planned())
                && (at == null || at.equals(pin.publishAt()));
    }

    Instant instant() {
        return at == null ? time.instant() : at;
    }

    /**
     * @param leads where the pin leads from then on
     * @param wanted whether it is more than a draft
     */
    void refuseUnlessPossible(PinLink leads, boolean wanted, Instant now) {
        if (wanted || !typed) {
            PinReadiness.refuseTooSoon(time, now);
        }
        if (wanted) {
            Minutes.refuseUnlessFree(pin, instant());
            PinReadiness.refuseUnlessSpaced(pin, leads, time.local());
        }
    }
}
