package pinplan.pin;

import io.quarkus.qute.TemplateExtension;

/** How a line of a pin's history reads, after the name of who did it. */
@TemplateExtension
public final class Telling {
    private Telling() {}

    public static String told(PinEvent event) {
        String words = event.kind.words();
        if (event.kind == PinEvent.Kind.CLOSER && event.note.isEmpty()) {
            return "took back why it may be this close to others of its page";
        }
        if (event.note.isEmpty() || quoted(event)) {
            return words;
        }
        boolean goesOn = words.endsWith(":") || event.kind == PinEvent.Kind.RESTORED;
        return words + (goesOn ? " " : ": ") + event.note;
    }

    /** A person's own words stand by themselves. */
    public static boolean quoted(PinEvent event) {
        boolean person = event.kind == PinEvent.Kind.CHANGES_REQUESTED || event.kind == PinEvent.Kind.HELD;
        return person && !event.note.isEmpty();
    }

    /** The same of a revision, before the name of who did it. */
    static String saidOf(PinEvent event) {
        return switch (event.kind) {
            case SUBMITTED -> "Submitted";
            case APPROVED -> "Approved";
            case TAKEN_OVER -> "Approved as it was at Publer";
            default -> "Agreed to";
        };
    }

    /** The name of its icon. */
    static String sign(PinEvent event) {
        return event.kind == PinEvent.Kind.SUBMITTED ? "review" : "ok";
    }
}
