package pinplan.publishing;

import pinplan.web.Errors;

/** What a person types before it counts that a pin is not at Publer: sent again or ended it shall not be by a slip of the hand. */
public record DoubtForm(String confirm, Errors errors) {
    static final String NOT_THERE = "not there";

    static DoubtForm empty() {
        return new DoubtForm("", new Errors());
    }

    static DoubtForm typed(String confirm) {
        String typed = confirm == null ? "" : confirm.strip();
        Errors errors = new Errors();
        if (!typed.equalsIgnoreCase(NOT_THERE)) {
            errors.add("confirm", "Type “%s” when you have looked and not found it.".formatted(NOT_THERE));
        }
        return new DoubtForm(typed, errors);
    }
}
