package pinplan.bench;

import java.util.Collection;
import java.util.List;

/** What several rounds of one measure gave. */
final class Rounds {
    private Rounds() {}

    static double median(Collection<? extends Number> values) {
        return percentile(values, 50);
    }

    static double percentile(Collection<? extends Number> values, int percent) {
        List<Double> sorted = values.stream().map(Number::doubleValue).sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
