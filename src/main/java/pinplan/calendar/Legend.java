package pinplan.calendar;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which colour is which campaign, of the chips on the page. */
public record Legend(List<Entry> entries) {
    /** @param href the same view with this campaign only */
    public record Entry(String name, String colour, String href) {}

    static Legend of(List<Chip> chips, Asked asked) {
        Map<String, Entry> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Chip chip : chips) {
            if (chip.campaignId() != null) {
                byName.putIfAbsent(
                        chip.campaign() + ' ' + chip.campaignId(),
                        new Entry(chip.campaign(), chip.colour(), asked.campaign(chip.campaignId())));
            }
        }
        return new Legend(List.copyOf(byName.values()));
    }
}
