package pinplan.pin;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import pinplan.web.Formats;

/** When a pin goes out: the wall clock that people chose, the zone it is in, and the instant that follows from the two. */
@Embeddable
class Timing {
    private LocalDateTime plannedFor;
    private ZoneId plannedZone;
    private Instant publishAt;
    private boolean publishNow;

    /** Whether the clocks do something to it that people are warned of. */
    private boolean clockWarning;

    /** Its instant when it was agreed on. Means nothing while it is not. */
    private Instant approvedFor;

    boolean planned() {
        return plannedFor != null;
    }

    void none() {
        plannedFor = null;
        plannedZone = null;
        publishAt = null;
        publishNow = false;
        clockWarning = false;
    }

    /** By a person: whoever was in a hurry is no more. */
    void chosen(PlannedTime time, Instant at) {
        moves(time, at);
        publishNow = false;
    }

    /** @param at where a clock change gives two the same name, which of them */
    void moves(PlannedTime time, Instant at) {
        plannedFor = time.local();
        plannedZone = time.zone();
        publishAt = at;
        clockWarning = time.warns(at);
    }

    /** Chosen by the machine, so it is this very minute, also where a clock change gives two the same name. */
    void now(Instant minute, ZoneId zone) {
        moves(PlannedTime.at(minute, zone), minute);
        publishNow = true;
    }

    /** Another pin took its minute: this one is chosen as {@link #now} has it, but nobody is in a hurry. */
    void makesRoom(Instant minute, ZoneId zone) {
        moves(PlannedTime.at(minute, zone), minute);
    }

    /** The clocks moved it, not people: what was approved moves along. */
    void shifts(PlannedTime time, Instant at) {
        boolean asApproved = publishAt.equals(approvedFor);
        moves(time, at);
        approvedFor = asApproved ? at : approvedFor;
    }

    void approved() {
        approvedFor = publishAt;
    }

    void waits() {
        publishNow = false;
    }

    /** Its instant stays. */
    void toldIn(ZoneId zone) {
        moves(PlannedTime.at(publishAt, zone), publishAt);
    }

    /** Null while it has no time. */
    PlannedTime chosen() {
        return planned() ? new PlannedTime(plannedFor, plannedZone) : null;
    }

    /** As people in this zone see it; null while it has no time. */
    PlannedTime in(ZoneId zone) {
        return !planned() || plannedZone.equals(zone) ? chosen() : PlannedTime.at(publishAt, zone);
    }

    LocalDateTime local(ZoneId zone) {
        return planned() ? in(zone).local() : null;
    }

    Instant publishAt() {
        return publishAt;
    }

    Instant approvedFor() {
        return approvedFor;
    }

    boolean publishNow() {
        return publishNow;
    }

    /** Thu 11 March 2027, 09:00 (Europe/Berlin); empty while it has no time */
    String note() {
        return planned() ? Formats.kept(plannedFor, plannedZone) : "";
    }
}
