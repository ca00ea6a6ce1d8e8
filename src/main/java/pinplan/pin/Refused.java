package pinplan.pin;

import java.util.List;

/** A rule said no: which field it is about, and the sentence for the person. Rolls the transaction back. */
public class Refused extends RuntimeException {
    private final String field;
    private final List<String> reasons;

    public Refused(String field, String sentence) {
        this(field, List.of(sentence));
    }

    /** @param reasons all that is wrong; the first is about the field */
    Refused(String field, List<String> reasons) {
        super(reasons.get(0));
        this.field = field;
        this.reasons = List.copyOf(reasons);
    }

    /** All that is wrong, for where no fields are that say it one by one. */
    public String all() {
        return String.join(" ", reasons);
    }

    /** A rule about the pin as it stands. */
    static void when(boolean wrong, String sentence) {
        if (wrong) {
            throw new Refused("", sentence);
        }
    }

    /** The name of the form field, or empty when the refusal is about the pin as it stands. */
    public String field() {
        return field;
    }
}
