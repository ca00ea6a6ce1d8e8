package pinplan.pin;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Where people stand with a pin, and what they saw of it. Another one each time that somebody says something.
 *
 * @param heldFrom what it is again once it is released; null: it is not on hold
 * @param approvedFingerprint of what was agreed to; null: nothing is
 */
@Embeddable
public record Standing(
        @Enumerated(EnumType.STRING) Editorial editorial,
        @Enumerated(EnumType.STRING) Editorial heldFrom,
        String approvedFingerprint) {
    static final Standing DRAFT = new Standing(Editorial.DRAFT, null, null);
    static final Standing IN_REVIEW = new Standing(Editorial.IN_REVIEW, null, null);
    static final Standing CHANGES_REQUESTED = new Standing(Editorial.CHANGES_REQUESTED, null, null);

    static Standing approved(String fingerprint) {
        return new Standing(Editorial.APPROVED, null, fingerprint);
    }

    /** What was agreed to is this from now on. */
    Standing agreeingTo(String fingerprint) {
        return new Standing(editorial, heldFrom, fingerprint);
    }

    Standing held() {
        return new Standing(Editorial.ON_HOLD, editorial, approvedFingerprint);
    }

    Standing released() {
        return new Standing(heldFrom, null, approvedFingerprint);
    }

    /** Nothing is agreed to any more; what was on hold stays there. */
    Standing askedAgain() {
        return onHold() ? IN_REVIEW.held() : IN_REVIEW;
    }

    boolean inReview() {
        return editorial == Editorial.IN_REVIEW;
    }

    boolean onHold() {
        return editorial == Editorial.ON_HOLD;
    }

    /** On hold while people were asked: since its time passed, or since somebody stopped it. */
    public boolean heldInReview() {
        return heldFrom == Editorial.IN_REVIEW;
    }

    /** Whether people are asked. Also while it is on hold. */
    boolean asks() {
        return inReview() || heldInReview();
    }

    /** Also while it is on hold. */
    boolean approved() {
        return editorial == Editorial.APPROVED || heldFrom == Editorial.APPROVED;
    }

    /** Whether people look at it or have agreed, and nobody stopped it. */
    boolean goesOn() {
        return inReview() || editorial == Editorial.APPROVED;
    }

    /** Somebody was asked to agree to it, or has. */
    boolean sentOn() {
        return goesOn() || onHold();
    }
}
