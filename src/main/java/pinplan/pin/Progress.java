package pinplan.pin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How far the pins of a campaign have come.
 *
 * @param target how many there are meant to be; null when nobody said
 */
public record Progress(Map<PinStatus, Long> counts, Integer target) {
    /** One status and how many pins have it. */
    public record Count(PinStatus status, long pins) {}

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long published() {
        return counts.getOrDefault(PinStatus.PUBLISHED, 0L);
    }

    /** What the bar is measured against: never less than there is, never nothing. */
    public long whole() {
        return Math.max(1, Math.max(total(), target == null ? 0 : target));
    }

    /** Only the statuses that occur, in the order of a pin's life. */
    public List<Count> byStatus() {
        return Arrays.stream(PinStatus.values())
                .filter(counts::containsKey)
                .map(status -> new Count(status, counts.get(status)))
                .toList();
    }

    /** 12 published, 18 of 30 planned; 12 published, 33 planned: the goal of 30 is reached */
    public String words() {
        String out = published() + " published, " + total();
        if (target != null && total() > target) {
            return out + " planned: the goal of " + target + " is reached";
        }
        return out + (target == null ? "" : " of " + target) + " planned";
    }
}
