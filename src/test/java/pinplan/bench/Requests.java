package pinplan.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When Publer was asked with which key. */
final class Requests {
    private final Clock clock;
    private final Map<Long, List<Instant>> byLane = new HashMap<>();

    Requests(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(long lane) {
        byLane.computeIfAbsent(lane, id -> new ArrayList<>()).add(clock.instant());
    }

    long size() {
        return byLane.values().stream().mapToLong(List::size).sum();
    }

    /** From the first to the last. */
    double seconds() {
        List<Instant> all =
                byLane.values().stream().flatMap(List::stream).sorted().toList();
        return Duration.between(all.get(0), all.get(all.size() - 1)).toMillis() / 1000.0;
    }

    /** The largest number with one key in any such time. */
    int most(Duration window) {
        return byLane.values().stream()
                .mapToInt(asked -> most(asked, window))
                .max()
                .orElse(0);
    }

    private static int most(List<Instant> asked, Duration window) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < asked.size(); last++) {
            while (asked.get(first).isBefore(asked.get(last).minus(window))) first++;
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
