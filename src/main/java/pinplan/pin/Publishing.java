package pinplan.pin;

import java.util.EnumSet;
import java.util.Set;

/** How far the order to publish a pin has come, as publishing reports it. */
public enum Publishing {
    /** Ordered, not sent. */
    PENDING,
    /** The intent is committed; bytes may have left. */
    SENDING,
    /** Outcome unknown. */
    IN_DOUBT,
    /** Publer gave a job id. */
    ACCEPTED,
    /** Exactly one matching post was seen at Publer. */
    SCHEDULED,
    /** Seen published. */
    PUBLISHED,
    /** Definitely refused. */
    REJECTED,
    /** The machine may not decide. */
    NEEDS_REVIEW,
    /** A withdrawal was sent. */
    RECALLING,
    /** Withdrawn. */
    CANCELLED;

    private static final Set<Publishing> ENDS = EnumSet.of(PUBLISHED, REJECTED, CANCELLED);

    /** A pin has at most one living order. */
    public boolean living() {
        return !ENDS.contains(this);
    }
}
