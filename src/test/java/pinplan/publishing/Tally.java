package pinplan.publishing;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pinplan.pin.Publishing;

/** What came of many simulated pins, by the other end's own record. */
final class Tally {
    long pins;
    long published;
    long held;
    long failed;
    long withdrawn;
    /** More than once on Pinterest. */
    long duplicates;
    /** Neither out nor shown to anybody. */
    long lost;
    /** Shown as something that it is not. */
    long misreported;
    /** Out before its time. */
    long early;

    String first = "";

    /** What a reader can't tell apart is counted together. */
    void count(Simulation day, long seed) {
        day.pins.stream()
                .collect(Collectors.groupingBy(pin -> pin.first, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(twins -> count(day, twins, seed));
    }

    private void count(Simulation day, List<SimulatedPin> twins, long seed) {
        List<SimulatedPublication> orders = day.publications.stream()
                .filter(order -> twins.contains(order.pin))
                .toList();
        List<SimulatedPubler.Post> live = day.publer.posts.stream()
                .filter(SimulatedPubler.Post::live)
                .filter(post -> orders.stream().anyMatch(each -> each.revision.content == post.content))
                .toList();
        List<SimulatedPublication> last = twins.stream().map(pin -> pin.order).toList();
        pins += twins.size();
        last.forEach(this::sort);
        long told = last.stream().filter(Tally::out).count();
        long open = last.stream().filter(SimulatedPublication::asks).count();
        Case found = new Case(orders, live, seed);
        if (live.size() > twins.size()) {
            duplicates++;
            found.remember("twice");
        }
        Instant soonest = twins.stream()
                .map(pin -> pin.wantedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (live.stream().anyMatch(post -> post.publishedAt.isBefore(soonest))) {
            early++;
            found.remember("early");
        }
        long current = live.stream()
                .filter(post -> last.stream().anyMatch(order -> order.revision.content.equals(post.content)))
                .count();
        if (told > current) {
            misreported++;
            found.remember("told published and is not");
        } else if (live.size() > told + open) {
            misreported++;
            found.remember("out and told otherwise");
        }
        for (SimulatedPublication order : last) {
            if (order.state().living() && !order.asks() && order.state() != Publishing.NEEDS_REVIEW) {
                lost++;
                found.remember("lost as " + order.state());
            }
        }
    }

    private void sort(SimulatedPublication order) {
        if (order.asks()) {
            held++;
        } else if (out(order)) {
            published++;
        } else if (order.state() == Publishing.CANCELLED) {
            withdrawn++;
        } else {
            failed++;
        }
    }

    private static boolean out(SimulatedPublication order) {
        return order.state() == Publishing.PUBLISHED;
    }

    private final class Case {
        private final List<SimulatedPublication> orders;
        private final List<SimulatedPubler.Post> live;
        private final long seed;

        private Case(List<SimulatedPublication> orders, List<SimulatedPubler.Post> live, long seed) {
            this.orders = orders;
            this.live = live;
            this.seed = seed;
        }

        private void remember(String what) {
            if (!first.isEmpty()) {
                return;
            }
            StringBuilder story = new StringBuilder("seed " + seed + ", " + what + ":");
            for (SimulatedPublication order : orders) {
                story.append("\norder %d for %s%s"
                        .formatted(order.id, order.publishAt, order.publishNow ? ", at once" : ""));
                order.story.forEach(line -> story.append("\n  ").append(line));
            }
            live.forEach(post -> story.append("\nat the other end ").append(post));
            first = story.toString();
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d pins: %,d published, %,d held, %,d failed, %,d withdrawn; %,d duplicates, %,d lost, %,d misreported, %,d early",
                pins,
                published,
                held,
                failed,
                withdrawn,
                duplicates,
                lost,
                misreported,
                early);
    }
}
