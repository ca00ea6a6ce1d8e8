package pinplan.publishing;

import java.time.Duration;
import java.time.Instant;
import pinplan.pin.Publishing;
import pinplan.publer.Outcome;

/** What the ending of a create means for a publication whose rows the caller holds. It is recorded whenever it comes. */
final class Receipt {
    /** What is in doubt is first looked up when Publer had time to list it. */
    private static final Duration FIRST_LOOK = Times.inForce().answer();
    /** A lane that is closed is asked for again so often. */
    private static final Duration CLOSED = Duration.ofSeconds(60);

    private Receipt() {}

    static void of(Publication publication, Attempt attempt, Outcome<String> outcome, Instant now) {
        boolean awaited = attempt.isOpen
                && (publication.state() == Publishing.SENDING || publication.state() == Publishing.IN_DOUBT);
        boolean asked = attempt.isOpen && publication.state() == Publishing.NEEDS_REVIEW && publication.asks();
        attempt.answered(name(outcome), outcome.evidence(), now);
        if (asked && attempt.outcome == Attempt.Outcome.ACCEPTED) {
            publication.acceptedAfterAll(outcome.value().orElseThrow(), now);
        }
        if (!awaited) {
            return;
        }
        switch (attempt.outcome) {
            case ACCEPTED -> publication.accepted(outcome.value().orElseThrow(), now);
            case NO_EFFECT -> publication.tryLater(Fault.UNREACHABLE, outcome.sentence(), now);
            case THROTTLED ->
                publication.pendingAgain(
                        Fault.LIMIT, outcome.sentence(), ((Outcome.Throttled<?>) outcome).until(now), now);
            case DENIED -> publication.pendingAgain(Fault.CONFIGURATION, outcome.sentence(), now.plus(CLOSED), now);
            case REFUSED -> {
                // What was refused with others may be all right: once it is proved not to be there it is tried alone.
                publication.inDoubt(outcome.sentence(), now, now);
                if (!publication.handover.shared()) {
                    publication.handover.refused();
                }
            }
            default -> publication.inDoubt(outcome.sentence(), now.plus(FIRST_LOOK), now);
        }
    }

    private static Attempt.Outcome name(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Answered) {
            return Attempt.Outcome.ACCEPTED;
        } else if (outcome instanceof Outcome.NoEffect) {
            return Attempt.Outcome.NO_EFFECT;
        } else if (outcome instanceof Outcome.Throttled) {
            return Attempt.Outcome.THROTTLED;
        } else if (outcome instanceof Outcome.Denied || outcome instanceof Outcome.Busy) {
            return Attempt.Outcome.DENIED;
        } else if (outcome instanceof Outcome.Refused) {
            return Attempt.Outcome.REFUSED;
        }
        return Attempt.Outcome.UNKNOWN;
    }
}
