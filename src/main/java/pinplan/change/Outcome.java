package pinplan.change;

import java.util.ArrayList;
import java.util.List;
import pinplan.pin.Pin;
import pinplan.pin.Refused;
import pinplan.web.Flash;
import pinplan.web.Formats;

/** What became of each pin of a change, and how that is told. */
final class Outcome {
    /** @param when where it is now, in words */
    private record Done(String name, String when) {
        static Done of(Pin pin) {
            if (pin.deleted()) {
                return new Done(pin.name(), "");
            }
            if (pin.planned() == null) {
                return new Done(pin.name(), "unscheduled");
            }
            String note = pin.planned().clockChange(pin.publishAt());
            String when = Formats.moment(pin.publishAt(), pin.planned().zone());
            return new Done(pin.name(), note == null ? when : when + " (" + note + ")");
        }
    }

    private record No(String name, Refused why) {
        String words() {
            return "“%s”: %s".formatted(name, why.getMessage());
        }
    }

    private final String word;
    private final List<Done> done = new ArrayList<>();
    private final List<No> refused = new ArrayList<>();
    private Long changes;

    /** @param word what was done: moved */
    Outcome(String word) {
        this.word = word;
    }

    void done(Pin pin, Long changes) {
        done.add(Done.of(pin));
        this.changes = changes;
    }

    void refused(String name, Refused why) {
        refused.add(new No(name, why));
    }

    boolean any() {
        return !done.isEmpty();
    }

    /** Null while nothing was changed. */
    Long changes() {
        return changes;
    }

    /** Why the first was refused; null: none was. */
    Refused refusal() {
        return refused.isEmpty() ? null : refused.get(0).why();
    }

    String words() {
        List<String> words = new ArrayList<>();
        if (done.size() == 1) {
            Done one = done.get(0);
            words.add("“%s” %s%s.".formatted(one.name(), word, one.when().isEmpty() ? "" : ": " + one.when()));
        } else if (any()) {
            words.add("%d pins %s.".formatted(done.size(), word));
        }
        if (!refused.isEmpty()) {
            words.add("Not %s: %s"
                    .formatted(word, Flash.some(refused.stream().map(No::words).toList())));
        }
        return String.join(" ", words);
    }
}
