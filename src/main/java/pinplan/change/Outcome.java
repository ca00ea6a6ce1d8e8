package pinplan.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import pinplan.pin.Pin;
import pinplan.pin.Refused;
import pinplan.web.Flash;
import pinplan.web.Formats;

/** What became of each pin of a change, and how that is told. */
final class Outcome {
    /**
     * @param at when it goes out; null: it has no time
     * @param word what came of it
     * @param when where it is now, in words
     */
    private record Done(Long pin, boolean gone, Instant at, String name, String word, String when) {
        static Done of(Pin pin, String word, Instant now) {
            return new Done(pin.id, pin.deleted(), pin.publishAt(), pin.name(), word, when(pin, now));
        }

        private static String when(Pin pin, Instant now) {
            if (pin.deleted()) {
                return "";
            }
            if (pin.planned() == null) {
                return "unscheduled";
            }
            String note = pin.planned().clockChange(pin.publishAt());
            String when = Formats.moment(pin.publishAt(), pin.planned().zone(), now);
            return note == null ? when : when + " (" + note + ")";
        }
    }

    private record No(String name, Refused why) {
        String words() {
            return "“%s”: %s".formatted(name, why.all());
        }
    }

    private final String word;
    private final Function<Pin, String> became;
    private final Instant now;
    private final List<Done> done = new ArrayList<>();
    private final List<No> refused = new ArrayList<>();
    private Long changes;

    /** @param word what was done: moved */
    Outcome(String word, Instant now) {
        this(word, pin -> word, now);
    }

    /**
     * @param word what was asked for: approved
     * @param became what came of it, where that may be another thing
     */
    Outcome(String word, Function<Pin, String> became, Instant now) {
        this.word = word;
        this.became = became;
        this.now = now;
    }

    void done(Pin pin, Long changes) {
        done.add(Done.of(pin, became.apply(pin), now));
        this.changes = changes;
    }

    void refused(String name, Refused why) {
        refused.add(new No(name, why));
    }

    boolean any() {
        return !done.isEmpty();
    }

    /** Whether nothing was refused. */
    boolean whole() {
        return refused.isEmpty();
    }

    /** The place on a page where the first of what was done is shown. */
    String at(String path) {
        return done.stream()
                .filter(each -> !each.gone())
                .min(Comparator.comparing(Done::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(first -> path + "#pin-" + first.pin())
                .orElse(path);
    }

    /** Null while nothing was changed. */
    Long changes() {
        return changes;
    }

    /** Why the first was refused; null: none was. */
    Refused refusal() {
        return refused.isEmpty() ? null : refused.get(0).why();
    }

    private static String told(String became, List<Done> alike) {
        Done one = alike.get(0);
        return alike.size() > 1
                ? "%d pins %s.".formatted(alike.size(), became)
                : "“%s” %s%s.".formatted(one.name(), became, one.when().isEmpty() ? "" : ": " + one.when());
    }

    String words() {
        List<String> words = new ArrayList<>();
        done.stream()
                .collect(Collectors.groupingBy(Done::word, LinkedHashMap::new, Collectors.toList()))
                .forEach((became, alike) -> words.add(told(became, alike)));
        if (!refused.isEmpty()) {
            words.add("Not %s: %s"
                    .formatted(word, Flash.some(refused.stream().map(No::words).toList())));
        }
        return String.join(" ", words);
    }
}
