package pinplan.review;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import pinplan.autosave.KeptForm;
import pinplan.media.Advice;
import pinplan.media.Media;
import pinplan.pin.Actor;
import pinplan.pin.Check;
import pinplan.pin.Pin;
import pinplan.pin.Pointer;

/** What a reviewer asks of a pin. */
@TemplateExtension
public final class PinReview {
    private PinReview() {}

    /** Null where nothing was decided on it before. */
    public static Diff diff(Pin pin, Actor looks) {
        return Diff.of(pin, looks);
    }

    public static Discussion discussion(Pin pin) {
        return Discussion.of(pin);
    }

    /** Null where nobody was asked to agree. */
    public static Course course(Pin pin) {
        return Course.of(pin);
    }

    /** What whoever decides on it should have seen. */
    static List<String> unwise(Pin pin) {
        return Check.unwise(pin, Arc.container().instance(Advice.class).get());
    }

    static String aboutField(Pin pin) {
        return "about-" + pin.id;
    }

    /** What of it can be pointed at by name. */
    static List<String> pointable(Pin pin) {
        return Pointer.fields(pin);
    }

    /** What of it can be pointed at by a spot. */
    static List<Media> pictures(Pin pin) {
        return pin.shots().stream()
                .map(shot -> shot.media)
                .filter(media -> !media.video() && media.width > 0)
                .toList();
    }

    /** As it was pointed at in a form that is brought back. */
    static Pointer pointed(Pin pin, KeptForm kept, Pointer otherwise) {
        if (!kept.brought()) {
            return otherwise;
        }
        Pointer.Typed typed = new Pointer.Typed();
        typed.about = kept.filled().text("about");
        typed.picture = kept.filled().text("picture");
        typed.spotX = kept.filled().text("spotX");
        typed.spotY = kept.filled().text("spotY");
        return Pointer.read(typed, pin);
    }

    /** Unique on a page with many pins. */
    public static String noteField(Pin pin) {
        return "note-" + pin.id;
    }

    /** The same of why it is held. */
    static String whyField(Pin pin) {
        return "why-" + pin.id;
    }
}
