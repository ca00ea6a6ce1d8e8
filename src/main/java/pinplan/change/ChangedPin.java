package pinplan.change;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDateTime;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.Refused;
import pinplan.pin.Standing;

/** One pin of a change: what it was before. */
@Entity
public class ChangedPin extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    private ChangeSet changeSet;

    @ManyToOne(fetch = FetchType.LAZY)
    private Pin pin;

    private int edition;
    private int editionBefore;
    private LocalDateTime plannedFor;

    @ManyToOne(fetch = FetchType.LAZY)
    private Account account;

    @ManyToOne(fetch = FetchType.LAZY)
    private Board board;

    @ManyToOne(fetch = FetchType.LAZY)
    private Campaign campaign;

    @Embedded
    private Standing standing;

    private boolean undone;

    /** As it is now, before the change. */
    static ChangedPin before(Pin pin) {
        ChangedPin changed = new ChangedPin();
        changed.pin = pin;
        changed.editionBefore = pin.edition();
        changed.plannedFor = pin.planned() == null ? null : pin.planned().local();
        changed.account = pin.account();
        changed.board = pin.board();
        changed.campaign = pin.campaign();
        changed.standing = pin.standing();
        return changed;
    }

    /** The pin is changed now. @return the number of the change */
    Long changedIn(ChangeSet changes) {
        changeSet = changes;
        edition = pin.edition();
        persist();
        return changes.id;
    }

    /** By the rules that hold for everybody at any time, and only where nothing that came later is lost by it. */
    Pin undo(Actor by, Instant now) {
        Pin was = Pin.lockedEvenDeleted(pin.workspace(), pin.id);
        if (was.edition() != edition) {
            throw new Refused("", "It was changed since.");
        }
        switch (changeSet.kind()) {
            case MOVE -> was.scheduleOrNot(plannedFor, by, now);
            case DELETE -> was.undelete(standing, by, now);
            case EDIT -> was.edit(was.fields().on(account, board).in(campaign), by, now);
        }
        undone = true;
        // It is again what the change before this one made of it: that one can be undone next.
        update("edition = ?1 where pin = ?2 and edition = ?3 and not undone", was.edition(), pin, editionBefore);
        return was;
    }

    ChangeSet changeSet() {
        return changeSet;
    }

    boolean undone() {
        return undone;
    }

    public Pin pin() {
        return pin;
    }
}
