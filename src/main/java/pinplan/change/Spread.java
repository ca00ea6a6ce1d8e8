package pinplan.change;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pinplan.pin.Actor;
import pinplan.pin.Pin;

/**
 * Pins laid over a range of days, evenly and in the order of their times; each keeps its time of day.
 *
 * @param days the new day of each pin, by its number
 */
record Spread(Map<Long, LocalDate> days) {
    /** @param seen all that were looked at, also what is gone since: each goes where the look said */
    static Spread over(LocalDate first, LocalDate last, Map<Long, AsShown> seen) {
        List<Long> inTime = seen.keySet().stream()
                .sorted(Comparator.<Long, Instant>comparing(
                                id -> seen.get(id).at(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        long length = ChronoUnit.DAYS.between(first, last) + 1;
        Map<Long, LocalDate> days = new HashMap<>();
        for (int i = 0; i < inTime.size(); i++) {
            days.put(inTime.get(i), first.plusDays(i * length / inTime.size()));
        }
        return new Spread(days);
    }

    /** What goes later, the last first; then what goes earlier, the first first: each finds its minute free. */
    List<Pin> inOrder(List<Pin> pins) {
        Predicate<Pin> later = pin -> pin.planned() != null
                && days.get(pin.id).isAfter(pin.planned().local().toLocalDate());
        return Stream.concat(
                        pins.stream().filter(later).sorted(Target.IN_TIME.reversed()),
                        pins.stream().filter(later.negate()).sorted(Target.IN_TIME))
                .toList();
    }

    void moveOnce(Instant seen, Pin pin, Actor by, Instant now) {
        Target.on(days.get(pin.id)).moveOnce(seen, pin, by, now);
    }
}
