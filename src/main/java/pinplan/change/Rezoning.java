package pinplan.change;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.pin.HeldMinutes;
import pinplan.pin.PinReadiness;
import pinplan.pin.Planned;
import pinplan.pin.PlannedTime;
import pinplan.pin.Room;
import pinplan.team.Workspace;
import pinplan.web.Formats;

/** What another zone of a workspace would make of each time that is planned. */
public record Rezoning(ZoneId from, ZoneId to, List<Planned> ahead, List<Stays> staying) {
    private static final int EXAMPLES = 5;
    /** Of those that can't follow: more nobody reads. */
    private static final int SHOWN = 50;

    private static final Comparator<Planned> IN_TIME =
            Comparator.comparing(Planned::at).thenComparing(Planned::id);

    /** One that keeps its instant also where the others keep their clock times, and why. */
    public record Stays(long id, String name, String why) {}

    /**
     * One of them in words.
     *
     * @param shift how much sooner or later it goes out with its clock time kept; empty: no difference
     */
    public record Example(long id, String name, String now, String clockTimeKept, String instantKept, String shift) {}

    static Rezoning of(Workspace workspace, ZoneId to, Instant now) {
        List<Planned> ahead = Planned.ahead(workspace, now);
        Room room = Room.of(ahead, now);
        Rezoning rezoning = new Rezoning(workspace.zone, to, ahead, new ArrayList<>());
        for (Planned each : inOrder(ahead, workspace.zone, to)) {
            String why = rezoning.refusal(each, room, now);
            if (why != null) {
                rezoning.staying.add(new Stays(each.id(), each.name(), why));
            }
        }
        return rezoning;
    }

    /** What goes later, the last first; then what goes earlier, the first first: so that each finds the minute left that another had. */
    static List<Planned> inOrder(List<Planned> ahead, ZoneId from, ZoneId to) {
        return Stream.concat(
                        ahead.stream().filter(each -> later(each, from, to)).sorted(IN_TIME.reversed()),
                        ahead.stream().filter(each -> !later(each, from, to)).sorted(IN_TIME))
                .toList();
    }

    private static boolean later(Planned each, ZoneId from, ZoneId to) {
        return there(each, from, to).instant().isAfter(each.at());
    }

    /** The same clock time. */
    static PlannedTime there(Planned each, ZoneId from, ZoneId to) {
        return new PlannedTime(each.in(from).local(), to);
    }

    /** By Pin's own rules, foretold from the rows; null: it can follow. */
    private String refusal(Planned each, Room room, Instant now) {
        Instant there = there(each, from, to).instant();
        if (there.equals(each.at())) {
            return null;
        }
        if (!each.shifts()) {
            return "It is “%s”.".formatted(each.status().word());
        }
        if (there.isBefore(now.plus(PinReadiness.LEAD))) {
            return "Its clock time would have passed there.";
        }
        if (room.taken(each, there)) {
            return "Another pin of its account already has that minute.";
        }
        if (!room.free(each, there)) {
            return HeldMinutes.UNSURE;
        }
        room.moved(each, there);
        return null;
    }

    /** The next ones. */
    public List<Example> examples() {
        return ahead.stream().limit(EXAMPLES).map(this::example).toList();
    }

    /** The next that can follow; null: none can. */
    public Example example() {
        return ahead.stream()
                .filter(each -> !stays(each))
                .findFirst()
                .map(this::example)
                .orElse(null);
    }

    private boolean stays(Planned each) {
        return staying.stream().anyMatch(one -> one.id() == each.id());
    }

    private Example example(Planned each) {
        Instant kept = stays(each) ? each.at() : there(each, from, to).instant();
        return new Example(
                each.id(),
                each.name(),
                Formats.moment(each.at(), from),
                Formats.moment(kept, to),
                Formats.moment(each.at(), to),
                shift(Duration.between(each.at(), kept)));
    }

    /** 7 hours earlier, 1 hour and 30 minutes later */
    private static String shift(Duration by) {
        if (by.isZero()) {
            return "";
        }
        Duration size = by.abs();
        String words = Stream.of(many(size.toHours(), "hour"), many(size.toMinutesPart(), "minute"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
        return words + (by.isNegative() ? " earlier" : " later");
    }

    private static String many(long count, String unit) {
        return count == 0 ? "" : count == 1 ? "1 " + unit : count + " " + unit + "s";
    }

    public List<Stays> shownStaying() {
        return staying.stream().limit(SHOWN).toList();
    }

    public int moreStaying() {
        return Math.max(0, staying.size() - SHOWN);
    }

    public int count() {
        return ahead.size();
    }
}
