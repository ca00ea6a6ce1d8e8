package pinplan.pin;

/** A rule said no: which field it is about, and the sentence for the person. Rolls the transaction back. */
public class Refused extends RuntimeException {
    private final String field;

    public Refused(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** The name of the form field, or empty when the refusal is about the pin as it stands. */
    public String field() {
        return field;
    }
}
