package pinplan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import pinplan.pin.Editorial;
import pinplan.pin.HeldMinutes;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.Publishing;

/** Follows what people do to pins, in the same transaction: what is approved and has a time is ordered, what is no longer wanted is taken back. */
@ApplicationScoped
class Orders implements HeldMinutes {
    void follow(@Observes PinEvent event) {
        switch (event.kind) {
            case APPROVED,
                    SCHEDULED,
                    UNSCHEDULED,
                    PUBLISH_NOW,
                    RETRIED,
                    RELEASED,
                    RECALLED,
                    EDITED,
                    RESTORED,
                    APPROVAL_VOIDED,
                    WITHDRAWN,
                    CHANGES_REQUESTED,
                    HELD,
                    DELETED,
                    UNDELETED -> reconsider(event.pin, event.happenedAt);
            case CLOCK_TIME_KEPT, ZONE_UNDONE, CLOCK_RULES_CHANGED -> {
                // These come by thousands, and only what is agreed on was ordered.
                if (event.pin.editorial() == Editorial.APPROVED) {
                    reconsider(event.pin, event.happenedAt);
                }
            }
            default -> {}
        }
    }

    @Override
    public boolean hold(String publerAccountId, Instant minute, Pin except) {
        return Neighbours.holdMinute(publerAccountId, minute, except);
    }

    private void reconsider(Pin pin, Instant now) {
        boolean wanted = pin.editorial() == Editorial.APPROVED && pin.publishAt() != null && !pin.deleted();
        Publication living = Publication.living(pin);
        if (living != null && !(wanted && living.stillWhat(pin) && !living.recallWanted && !givenUp(living, pin))) {
            living.takeBack(now);
            // The old order must be gone in the database before a new one asks for the same minute.
            Publication.flush();
            living = living.state().living() ? living : null;
        }
        boolean unanswered = pin.publishing() == null || pin.publishing() == Publishing.CANCELLED;
        if (wanted && living == null && unanswered) {
            order(pin, now);
        }
    }

    /** Never throws: it may be the machine that orders, and nobody would see a refusal. */
    static void order(Pin pin, Instant now) {
        Publication publication = new Publication();
        publication.take(pin, now);
        if (Neighbours.holdMinute(publication.publerAccountId, publication.publishAt, pin)) {
            publication.rejected(
                    Fault.LIMIT,
                    "Publer still holds another pin of %s in this minute.".formatted(pin.account().name),
                    now);
        } else {
            publication.due(publication.handOverAt(now));
            publication.begin(now);
        }
        publication.persist();
        Step.reached(publication, now);
    }

    /** The machine had stopped, and a person said: try again. */
    private static boolean givenUp(Publication living, Pin pin) {
        return living.state() == Publishing.NEEDS_REVIEW && !living.doubt() && pin.publishing() == null;
    }
}
