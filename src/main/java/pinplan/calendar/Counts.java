package pinplan.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How many pins each cell holds: of each account, whatever is filtered, and how many of them are to be shown. */
record Counts(Map<Integer, List<Count>> byCell) {
    /** @param account null for those that have none yet, and for what only says how many are shown */
    private record Count(Long account, long planned, long shown) {}

    /** In one query. */
    static Counts in(Cells cells, Chips chips) {
        Map<Integer, List<Count>> byCell = new HashMap<>();
        chips.counts(cells)
                .forEach(row -> byCell.computeIfAbsent(
                                cells.cells().get((Integer) row[0] - 1), cell -> new ArrayList<>())
                        .add(new Count((Long) row[1], (Long) row[2], (Long) row[3])));
        return new Counts(byCell);
    }

    /** @param seen how many of the cell were found a moment before: it has no less */
    long shown(int cell, int seen) {
        return Math.max(seen, of(cell).stream().mapToLong(Count::shown).sum());
    }

    /** Of each account that has any in these cells, most first. */
    List<Long> planned(int first, int until) {
        Map<Long, Long> byAccount = new HashMap<>();
        IntStream.range(first, until)
                .forEach(cell ->
                        of(cell).forEach(count -> byAccount.merge(count.account(), count.planned(), Long::sum)));
        return byAccount.values().stream()
                .filter(planned -> planned > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private List<Count> of(int cell) {
        return byCell.getOrDefault(cell, List.of());
    }
}
