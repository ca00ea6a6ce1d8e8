package pinplan.pin;

/** A rule said no: which field it is about, and the sentence for the person. Rolls the transaction back. */
public class Refused extends RuntimeException {
    private final String field;

    public Refused(String field, String sentence) {
        super(sentence);
        this.field = field;
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
