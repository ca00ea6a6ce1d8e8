package pinplan.pin;

/**
 * What somebody typed with a button, kept when it is refused.
 *
 * @param pointer what they pointed at; null: nothing can be
 */
public record Remark(String note, Pointer.Typed pointer) {
    static final Remark NONE = new Remark("");

    public Remark(String note) {
        this(note, null);
    }

    Pointer pointer(Pin pin) {
        return pin == null || pointer == null ? Pointer.none() : Pointer.read(pointer, pin);
    }
}
