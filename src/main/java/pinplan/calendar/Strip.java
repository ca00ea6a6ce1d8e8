package pinplan.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What runs above some days in a row, in as few lanes as it takes.
 *
 * @param more how many found no lane
 */
public record Strip(LocalDate first, LocalDate last, List<Part> parts, int more) {
    /** Where there is not enough room: a moment before a note, and last what goes on for ever. */
    private static final Comparator<Bar> BY_RANK = Comparator.comparing(Bar::kind)
            .thenComparing(Bar::endless)
            .thenComparing(Bar::from)
            .thenComparing(Bar::href);
    /** What began first stands above, so that it keeps its lane from week to week. */
    private static final Comparator<Bar> BY_BEGIN = Comparator.comparing(Bar::begins)
            .thenComparing(Bar::until, Comparator.reverseOrder())
            .thenComparing(Bar::href);

    /** @param said whose name was given already, above earlier days; those of these days are added */
    static Strip of(List<LocalDate> days, List<Bar> bars, int lanes, Set<Bar> said) {
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        List<Bar> here = bars.stream().filter(bar -> bar.touches(first, last)).toList();
        // The line that would count a single one holds it as well.
        int room = here.size() - shown(here, lanes).size() == 1 ? lanes + 1 : lanes;
        List<Bar> shown = shown(here, room);
        List<Part> parts = new ArrayList<>();
        lanes(sorted(shown, BY_BEGIN), room)
                .forEach((bar, lane) -> parts.addAll(parts(bar, first, last, lane, said.add(bar))));
        return new Strip(first, last, parts, here.size() - shown.size());
    }

    /** Campaigns are seen in other weeks too: they keep one lane, and have what moments and notes leave of the others. */
    private static List<Bar> shown(List<Bar> here, int lanes) {
        List<Bar> ranked = sorted(here, BY_RANK);
        List<Bar> campaigns =
                ranked.stream().filter(bar -> bar.kind() == Bar.Kind.CAMPAIGN).toList();
        List<Bar> others = ranked.subList(0, ranked.size() - campaigns.size());
        List<Bar> first = new ArrayList<>(
                lanes(others, campaigns.isEmpty() ? lanes : lanes - 1).keySet());
        first.addAll(campaigns);
        return List.copyOf(lanes(first, lanes).keySet());
    }

    private static List<Bar> sorted(List<Bar> bars, Comparator<Bar> order) {
        return bars.stream().sorted(order).toList();
    }

    /** The lane of each that finds one, from 1: the first in which nothing is in its way. In the same order. */
    private static Map<Bar, Integer> lanes(List<Bar> bars, int most) {
        List<List<Bar>> lanes = new ArrayList<>();
        Map<Bar, Integer> found = new LinkedHashMap<>();
        for (Bar bar : bars) {
            int lane = 0;
            while (lane < lanes.size()
                    && lanes.get(lane).stream().anyMatch(other -> bar.touches(other.begins(), other.until()))) {
                lane++;
            }
            if (lane == lanes.size() && lane < most) {
                lanes.add(new ArrayList<>());
            }
            if (lane < most) {
                lanes.get(lane).add(bar);
                found.put(bar, lane + 1);
            }
        }
        return found;
    }

    private static List<Part> parts(Bar bar, LocalDate first, LocalDate last, int lane, boolean said) {
        boolean leads = bar.begins().isBefore(bar.from()) && first.isBefore(bar.from());
        boolean comes = !bar.from().isAfter(last);
        LocalDate from = later(bar.begins(), first);
        LocalDate until = earlier(bar.until(), last);
        int begin = column(first, from);
        int end = column(first, until);
        boolean before = bar.begins().isBefore(first);
        boolean after = bar.until().isAfter(last);
        if (!leads || !comes) {
            return List.of(new Part(bar, begin, end, lane, leads, before, after, false, said));
        }
        int day = column(first, bar.from());
        boolean widerLead = day - begin > end - day + 1;
        return List.of(
                new Part(bar, begin, day - 1, lane, true, before, false, !widerLead, false),
                new Part(bar, day, end, lane, false, false, after, widerLead, said));
    }

    private static int column(LocalDate first, LocalDate day) {
        return (int) ChronoUnit.DAYS.between(first, day) + 1;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    public boolean any() {
        return !parts.isEmpty();
    }

    /** How many days it stands above. */
    public int columns() {
        return column(first, last);
    }

    /** 1–7 March */
    public String dates() {
        return new Bar(Bar.Kind.NOTE, "", "", "", first, first, last).dates();
    }
}
