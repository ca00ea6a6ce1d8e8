package pinplan.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pinplan.link.Destination;

/** Another pin that a reader would take for the same: Pinterest favours what is new. */
final class Alike {
    private Alike() {}

    static List<String> to(Pin pin) {
        List<String> all = new ArrayList<>();
        if (!pin.title().isBlank()) {
            String title = pin.title().toLowerCase(Locale.ROOT);
            say(all, "“%s” has the same title.", another(pin, "lower(title) = ?3", title));
        }
        Destination destination = pin.leads().destination();
        if (pin.board() != null && destination != null) {
            say(
                    all,
                    "“%s” leads to the same page from the same board.",
                    another(pin, "board = ?3 and link.destination = ?4", pin.board(), destination));
        }
        if (!pin.shots().isEmpty()) {
            say(
                    all,
                    "“%s” begins with the same picture.",
                    another(
                            pin,
                            "id in (select q.id from Pin q join q.shots s where s.media = ?3 and index(s) = 0)",
                            pin.shots().get(0).media));
        }
        return all;
    }

    private static void say(List<String> all, String sentence, Pin other) {
        if (other != null) {
            all.add(sentence.formatted(other.name()));
        }
    }

    private static Pin another(Pin pin, String alike, Object... values) {
        Object[] parameters = Stream.concat(Stream.of(pin.workspace(), pin.id), Stream.of(values))
                .toArray();
        return Pin.<Pin>find("workspace = ?1 and id <> ?2 and deletedAt is null and " + alike, parameters)
                .firstResult();
    }
}
