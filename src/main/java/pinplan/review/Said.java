package pinplan.review;

import java.time.Instant;
import java.util.Set;
import pinplan.team.Member;

/**
 * Somebody said something about a pin, or says it differently now. Fired as an event in the transaction that wrote it.
 *
 * @param anew it was not there before
 * @param mentioned the members whom it names, and did not before
 * @param by null for a guest
 */
public record Said(Comment comment, boolean anew, Set<Long> mentioned, Member by, Instant at) {
    /** Who it was, where that was a guest; else empty. */
    public String guest() {
        return by == null ? comment.guestName + " (guest)" : "";
    }
}
