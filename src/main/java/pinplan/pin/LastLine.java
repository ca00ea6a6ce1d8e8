package pinplan.pin;

import java.util.ArrayList;
import java.util.List;

/** What the last line of a pin's history left of its time and of where people stand, so that the next one can say what is not so any more. */
record LastLine(String time, String status) {
    static final String STATUS = "Status";
    static final LastLine NONE = new LastLine("", "");

    /** What publishing makes of it is told by lines of its own, some of them later. */
    static LastLine of(Timing timing, Standing standing) {
        return new LastLine(
                timing.note(), PinStatus.of(standing.editorial(), Order.NONE).word());
    }

    List<Change> to(LastLine next) {
        List<Change> changes = new ArrayList<>();
        Change.add(changes, "Time", time, next.time);
        Change.add(changes, STATUS, status, next.status);
        return changes;
    }
}
