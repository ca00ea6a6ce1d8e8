package pinplan.media;

/** A file or an address that is not taken, and why: a sentence for the person, beside the field. */
public class Refusal extends Exception {
    /** The form field that the sentence belongs to. */
    public enum Field {
        MEDIA,
        IMAGE_URL,
        THUMBNAIL_URL
    }

    private final Field field;

    public Refusal(String sentence) {
        this(Field.MEDIA, sentence);
    }

    public Refusal(Field field, String sentence) {
        // The stack says nothing: refusing is ordinary.
        super(sentence, null, false, false);
        this.field = field;
    }

    public Field field() {
        return field;
    }

    Refusal at(Field field) {
        return new Refusal(field, getMessage());
    }
}
