package pinplan.publishing;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import pinplan.media.MediaStore;
import pinplan.pin.Pin;
import pinplan.team.Viewer;

/** What templates ask of a pin's publishing: {@code {pin.publications}}; and of a publication: why it is where it is. */
@TemplateExtension
class PinPublishing {
    private PinPublishing() {}

    /** Newest first. For a pin's own page, not for lists. */
    static List<Publication> publications(Pin pin) {
        return Publication.of(pin);
    }

    /** Null once it was sent: then there is nothing left to ask. */
    static Preflight preflight(Pin pin) {
        return switch (pin.status()) {
            case PUBLISHING, SCHEDULED, OUTCOME_UNKNOWN, PUBLISHED -> null;
            default -> preflights(List.of(pin)).get(pin.id);
        };
    }

    /** Of pins that are not published yet, by their ids. */
    static Map<Long, Preflight> preflights(List<Pin> pins) {
        return Preflight.each(
                pins,
                Arc.container().instance(MediaStore.class).get(),
                Arc.container().instance(pinplan.media.Advice.class).get(),
                Arc.container().instance(Clock.class).get().instant());
    }

    static String why(Publication publication) {
        Instant now = Arc.container().instance(Clock.class).get().instant();
        return Waiting.sentence(publication, now);
    }

    /** What somebody made of it at Publer, field by field. */
    static List<Drift.Field> changes(Publication publication) {
        return publication.drift.fields(publication);
    }

    /** Null when there is nothing for a person to do. */
    static String next(Publication publication, Viewer viewer) {
        return Advice.to(viewer, publication);
    }

    /** Null when there is no place here where it is done. */
    static Way way(Publication publication, Viewer viewer) {
        return Way.to(viewer, publication);
    }

    /** The newest order of its pin, where that is another one; else null. */
    static Publication newer(Publication publication) {
        Publication newest = Publication.of(publication.pin).get(0);
        return newest.id.equals(publication.id) ? null : newest;
    }

    static boolean retryable(Publication publication) {
        return Advice.again(publication);
    }
}
