package pinplan.calendar;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which colour is what, of the chips on the page. */
public record Legend(List<Entry> entries) {
    /** @param href the same view with these only */
    public record Entry(String name, String colour, String href) {}

    static Legend of(List<Chip> chips, Asked asked) {
        Map<String, Entry> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        chips.stream()
                .map(Chip::shade)
                .filter(shade ->
                        shade.filter() != null && !asked.filters().values().containsKey(shade.filter()))
                .forEach(shade -> byName.putIfAbsent(
                        shade.name() + ' ' + shade.value(),
                        new Entry(shade.name(), shade.css(), asked.only(shade.filter(), shade.value()))));
        return new Legend(List.copyOf(byName.values()));
    }
}
