package pinplan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import pinplan.database.DatabaseClock;
import pinplan.pin.Editorial;
import pinplan.pin.HeldMinutes;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.Planned;
import pinplan.pin.Publishing;
import pinplan.team.HandOverChanged;

/** Follows what people do to pins, in the same transaction: what is approved and has a time is ordered, what is no longer wanted is taken back. */
@ApplicationScoped
class Orders implements HeldMinutes {
    private final DatabaseClock clock;

    Orders(DatabaseClock clock) {
        this.clock = clock;
    }

    void follow(@Observes PinEvent event) {
        switch (event.kind) {
            case APPROVED,
                    SCHEDULED,
                    UNSCHEDULED,
                    MOVED_BACK,
                    PUBLISH_NOW,
                    RETRIED,
                    RELEASED,
                    RECALLED,
                    ABSENT,
                    EDITED,
                    RESTORED,
                    APPROVAL_VOIDED,
                    REVIEW_ENDED,
                    WITHDRAWN,
                    CHANGES_REQUESTED,
                    HELD,
                    DELETED,
                    UNDELETED -> reconsider(event.pin, event.happenedAt);
            case CLOCK_RULES_CHANGED -> {
                // These come by thousands, and only what is agreed on was ordered.
                if (event.pin.editorial() == Editorial.APPROVED) {
                    reconsider(event.pin, event.happenedAt);
                }
            }
            default -> {}
        }
    }

    /** Another zone of the workspace: what is agreed on goes out at other instants. */
    void follow(@Observes PinEvent.Together many) {
        List<PinEvent> shifted = many.events().stream()
                .filter(event -> event.kind == PinEvent.Kind.CLOCK_TIME_KEPT || event.kind == PinEvent.Kind.ZONE_UNDONE)
                .filter(event -> event.pin.editorial() == Editorial.APPROVED)
                .toList();
        if (shifted.isEmpty()) {
            return;
        }
        Map<Long, Publication> living =
                Publication.living(shifted.stream().map(event -> event.pin).toList());
        shifted.forEach(event -> takeBackUnlessWanted(living.get(event.pin.id), event.pin, event.happenedAt));
        // The old orders must be gone in the database before new ones ask for the same minutes.
        Publication.flush();
        shifted.forEach(event -> orderIfWanted(living.get(event.pin.id), event.pin, event.happenedAt));
    }

    void follow(@Observes HandOverChanged changed) {
        Publication.handOverAnew(changed.workspace(), clock.read());
    }

    @Override
    public String hold(String publerAccountId, Instant minute, Pin except) {
        return held(Neighbours.holder(publerAccountId, minute, except), except);
    }

    /** Null where nobody holds it. */
    private static String held(Publication holder, Pin pin) {
        if (holder == null) {
            return null;
        }
        if (holder.state() == Publishing.NEEDS_REVIEW && !holder.asks()) {
            boolean ours = holder.workspace.id.equals(pin.workspace().id);
            return ours
                    ? "“%s” failed in this minute and is not decided on yet: withdraw or move it, or choose another minute."
                            .formatted(holder.pin.name())
                    : "A pin of another workspace failed in this minute and is not decided on yet. Choose another minute.";
        }
        return holder.state() == Publishing.PENDING
                ? UNSURE
                : "Publer still holds another pin of the account in this minute. Choose another minute.";
    }

    @Override
    public boolean foreign(Pin pin, Instant minute) {
        return ForeignPost.takes(pin, minute);
    }

    @Override
    public Map<Planned.Minute, Long> held(Collection<String> publerAccountIds, Instant from) {
        return Neighbours.heldMinutes(publerAccountIds, from);
    }

    private void reconsider(Pin pin, Instant now) {
        Publication living = Publication.living(pin);
        if (takeBackUnlessWanted(living, pin, now)) {
            // The old order must be gone in the database before a new one asks for the same minute.
            Publication.flush();
        }
        orderIfWanted(living, pin, now);
    }

    private static boolean wanted(Pin pin) {
        return pin.editorial() == Editorial.APPROVED && pin.publishAt() != null && !pin.deleted();
    }

    private static boolean takeBackUnlessWanted(Publication living, Pin pin, Instant now) {
        boolean back = living != null
                && !(wanted(pin) && living.stillWhat(pin) && !living.recallWanted && !givenUp(living, pin));
        if (back) {
            living.takeBack(now);
        }
        return back;
    }

    private static void orderIfWanted(Publication before, Pin pin, Instant now) {
        boolean ended = before == null || !before.state().living();
        boolean unanswered = pin.publishing() == null || pin.publishing() == Publishing.CANCELLED;
        if (wanted(pin) && ended && unanswered) {
            order(pin, before, now);
        }
    }

    /** Never throws: it may be the machine that orders, and nobody would see a refusal. */
    static void order(Pin pin, Publication before, Instant now) {
        Publication publication = new Publication();
        publication.take(pin, now);
        Publication holder = Neighbours.holder(publication.publerAccountId, publication.publishAt, pin);
        if (holder != null) {
            publication.rejected(Fault.LIMIT, held(holder, pin), now);
        } else {
            publication.due(publication.handOverAt(now));
            publication.begin(before, now);
        }
        publication.persist();
        Step.reached(publication, now);
    }

    /** The machine had stopped, and a person said: try again. */
    private static boolean givenUp(Publication living, Pin pin) {
        return living.state() == Publishing.NEEDS_REVIEW && !living.asks() && pin.publishing() == null;
    }
}
