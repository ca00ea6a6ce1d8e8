package pinplan.pin;

import pinplan.web.Errors;

/**
 * What somebody said with a button that is refused, given back to the form it was typed into.
 *
 * @param note what they typed
 * @param pointed what they pointed at with it
 * @param above whether the page says at its top already what is wrong
 */
public record Spoken(String note, Pointer pointed, boolean remarked, Errors errors, boolean above) {
    static Spoken of(Remark remark, Pin pin, Errors errors, boolean above) {
        return new Spoken(remark.note(), remark.pointer(pin), remark != Remark.NONE, errors, above);
    }

    /** What was typed into a field that is refused; else what stands in it at first. */
    public String typed(String field, String first) {
        return errors.of(field) == null ? first : note;
    }

    /** What is wrong with something said far down the page, for its top; null: nothing, or it is said there already. */
    public String notSent() {
        boolean told = above || errors.of("action") != null || errors.of("decision") != null;
        return remarked && !told ? errors.all().stream().findFirst().orElse(null) : null;
    }

    /** What was typed with a decision that is refused, and what it pointed at. */
    public String decisionNote() {
        return decisionRefused() ? note : "";
    }

    public Pointer decisionPointer() {
        return decisionRefused() ? pointed : Pointer.none();
    }

    /** What a comment that is refused pointed at. */
    public Pointer commentPointer() {
        return decisionRefused() ? Pointer.none() : pointed;
    }

    private boolean decisionRefused() {
        return errors.of("note") != null || errors.of("decision") != null;
    }
}
