package pinplan.pin;

import io.quarkus.qute.TemplateExtension;

/** How a line of a pin's history reads, after the name of who did it. */
@TemplateExtension
public final class Telling {
    private Telling() {}

    public static String told(PinEvent event) {
        String words = event.kind.words();
        if (event.note.isEmpty() || quoted(event)) {
            return words;
        }
        return words + (words.endsWith(":") ? " " : ": ") + event.note;
    }

    /** A person's own words stand by themselves. */
    public static boolean quoted(PinEvent event) {
        boolean person = event.kind == PinEvent.Kind.CHANGES_REQUESTED || event.kind == PinEvent.Kind.HELD;
        return person && !event.note.isEmpty();
    }
}
