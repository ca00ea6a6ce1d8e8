package pinplan.pin;

import java.util.List;

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

    /** For where no form takes it any more; null: nothing was typed. */
    Unsaved unsaved() {
        return note.isBlank() ? null : new Unsaved(List.of(new Unsaved.Line("note", "What you wrote", note)));
    }

    Pointer pointer(Pin pin) {
        return pin == null || pointer == null ? Pointer.none() : Pointer.read(pointer, pin);
    }
}
