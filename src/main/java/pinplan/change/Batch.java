package pinplan.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import pinplan.database.DatabaseClock;
import pinplan.media.Advice;
import pinplan.pin.Actor;
import pinplan.pin.Check;
import pinplan.pin.Pin;
import pinplan.pin.PinPage.Verb;
import pinplan.pin.Refused;
import pinplan.team.Viewer;

/**
 * One verb on several pins, one after the other, each in a transaction of its own: what is refused keeps none of the
 * others. Together they are one change, with one undo.
 */
@ApplicationScoped
class Batch {
    private static final Refused GONE = new Refused("", "It is no longer there.");

    private final Viewer viewer;
    private final Advice advice;
    private final Clock clock;
    private final DatabaseClock decides;

    Batch(Viewer viewer, Advice advice, Clock clock, DatabaseClock decides) {
        this.viewer = viewer;
        this.advice = advice;
        this.clock = clock;
        this.decides = decides;
    }

    /** In the order in which they are given. */
    Outcome apply(ChangeSet.Kind kind, List<Long> pins, Verb verb) {
        return apply(new Outcome(kind.word(), clock.instant()), kind, pins, verb);
    }

    Outcome apply(Action action, List<Long> pins, Verb verb) {
        return apply(new Outcome(action.done(), action::done, clock.instant()), action.kind(), pins, verb);
    }

    /** @param kind null for what is not undone */
    private Outcome apply(Outcome outcome, ChangeSet.Kind kind, List<Long> pins, Verb verb) {
        for (Long id : pins) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    Pin pin = Pin.locked(viewer.workspace(), id);
                    ChangedPin before = ChangedPin.before(pin);
                    verb.on(pin, Actor.of(viewer), decides.read());
                    outcome.done(pin, kind == null ? null : before.changedIn(changes(outcome.changes(), kind)));
                });
            } catch (Refused refused) {
                // Somebody may have deleted it just now.
                outcome.refused(Pin.evenDeleted(viewer.workspace(), id).name(), refused);
            } catch (NotFoundException gone) {
                outcome.refused("A pin", GONE);
            }
        }
        return outcome;
    }

    /** What would become of each, if it were done now. Nothing is. */
    List<Effect> preview(Action action, List<Long> pins, Verb verb) {
        QuarkusTransaction.begin();
        try {
            // All in one, as each may leave its minute to another; locked in the order in which all do.
            pins.stream().sorted().forEach(id -> Pin.locked(viewer.workspace(), id));
            Instant now = clock.instant();
            return pins.stream().map(id -> effect(action, id, verb, now)).toList();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private Effect effect(Action action, Long id, Verb verb, Instant now) {
        Pin pin = Pin.locked(viewer.workspace(), id);
        Effect before = Effect.on(pin, action, action.agrees() ? Check.warnings(pin, advice, now) : List.of(), now);
        try {
            verb.on(pin, Actor.of(viewer), decides.read());
            return before.became(pin, action, now);
        } catch (Refused refused) {
            return before.refused(refused.all());
        }
    }

    private ChangeSet changes(Long begun, ChangeSet.Kind kind) {
        return begun == null
                ? ChangeSet.begin(viewer.workspace(), viewer.member(), kind, clock.instant())
                : ChangeSet.findById(begun);
    }

    /** Those that nobody changed since. What can't go back says why. */
    Outcome undo(ChangeSet changes) {
        String past = changes.past(clock.instant());
        if (past != null) {
            throw new Refused("", past);
        }
        Outcome outcome = new Outcome("put back", clock.instant());
        // The last first: each finds its minute as empty as it left it.
        for (ChangedPin each : changes.latestFirst()) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    ChangedPin changed = ChangedPin.findById(each.id);
                    outcome.done(changed.undo(Actor.of(viewer), decides.read()), changes.id);
                });
            } catch (Refused refused) {
                outcome.refused(each.pin().name(), refused);
            }
        }
        if (outcome.any()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> ChangeSet.<ChangeSet>findById(changes.id).undoneIfAll(viewer.member(), clock.instant()));
        }
        return outcome;
    }
}
