package pinplan.review;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import pinplan.media.Media;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.Pointer;

/** What a reviewer asks of a pin. */
@TemplateExtension
public final class Changes {
    private Changes() {}

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

    static String aboutField(Pin pin) {
        return "about-" + pin.id;
    }

    /** What of it can be pointed at by name. */
    static List<String> pointable(Pin pin) {
        return Pointer.fields();
    }

    /** What of it can be pointed at by a spot. */
    static List<Media> pictures(Pin pin) {
        return pin.shots().stream()
                .map(shot -> shot.media)
                .filter(media -> !media.video() && media.width > 0)
                .toList();
    }

    /** Unique on a page with many pins. */
    public static String noteField(Pin pin) {
        return "note-" + pin.id;
    }
}
