package pinplan.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.pin.Actor;
import pinplan.pin.Change;
import pinplan.pin.Decided;
import pinplan.pin.Found;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;

/** How a pin in review differs from what was decided on before, for the one who looks. */
public record Diff(Decided decided, List<Change> changes) {

    /** Null where nothing was decided before. */
    public static Diff of(Pin pin, Actor looks) {
        return of(List.of(pin), looks).get(pin.id);
    }

    /** Of those of them that are in review, by the number of the pin, with as many statements for many as for one. */
    public static Map<Long, Diff> of(List<Pin> pins, Actor looks) {
        List<Decided> all = Decided.before(
                pins.stream()
                        .filter(pin -> pin.status() == PinStatus.IN_REVIEW)
                        .map(Pin::revision)
                        .toList(),
                looks);
        Found found = Found.of(all.stream()
                .filter(each -> !each.same())
                .flatMap(each -> Stream.of(each.before(), each.now()))
                .toList());
        return all.stream()
                .map(each -> new Diff(each, each.same() ? List.of() : found.between(each.before(), each.now())))
                .collect(Collectors.toMap(diff -> diff.decided.now().pin.id, Function.identity()));
    }

    public String heading() {
        return "What changed since " + since();
    }

    private String since() {
        if (decided.asked()) {
            return (decided.yours() ? "you" : decided.event().by()) + " asked for changes";
        }
        if (decided.agreed()) {
            return decided.yours() ? "you approved it" : "it was approved";
        }
        return "it was sent before";
    }

    /** What should have changed; empty where nobody asked for that. */
    public String asked() {
        return decided.asked() ? decided.event().note : "";
    }

    public Instant at() {
        return decided.event().happenedAt;
    }

    /** Said where no field changed. */
    public String nothing() {
        boolean timeOnly = !decided.asked() && decided.before().id.equals(decided.now().id);
        return timeOnly ? "Only its time changed." : "Nothing that reaches Pinterest changed.";
    }

    /** Whether it shows this picture as one that was there before. */
    public boolean showed(Long media) {
        return changes.stream().flatMap(change -> change.mediaBefore().stream()).anyMatch(one -> one.id.equals(media));
    }
}
