package pinplan.change;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.PlannedTime;
import pinplan.pin.Refused;
import pinplan.pin.Standing;
import pinplan.team.Workspace;
import pinplan.web.Formats;

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
    private ZoneId plannedZone;
    private Instant publishAt;

    @ManyToOne(fetch = FetchType.LAZY)
    private Account account;

    @ManyToOne(fetch = FetchType.LAZY)
    private Board board;

    @ManyToOne(fetch = FetchType.LAZY)
    private Campaign campaign;

    @Embedded
    private Standing standing;

    @Enumerated(EnumType.STRING)
    private PinStatus status;

    private boolean undone;

    /** As it is now, before the change. */
    static ChangedPin before(Pin pin) {
        ChangedPin changed = new ChangedPin();
        changed.pin = pin;
        changed.editionBefore = pin.edition();
        changed.planned(pin.planned(), pin.publishAt());
        changed.account = pin.account();
        changed.board = pin.board();
        changed.campaign = pin.campaign();
        changed.standing = pin.standing();
        changed.status = pin.status();
        return changed;
    }

    /** Before its workspace goes to another zone: its time as it was chosen. */
    static ChangedPin beforeZone(Pin pin) {
        ChangedPin changed = before(pin);
        changed.planned(pin.chosen(), pin.publishAt());
        return changed;
    }

    private void planned(PlannedTime time, Instant at) {
        plannedFor = time == null ? null : time.local();
        plannedZone = time == null ? null : time.zone();
        publishAt = at;
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
        if (changeSet.kind() == ChangeSet.Kind.MOVE && was.status() == PinStatus.SCHEDULED) {
            // Nobody was told that this takes it back there; a move says so.
            throw new Refused("", "It was handed over to Publer since. Move it instead: then it is taken back there.");
        }
        switch (changeSet.kind()) {
            case MOVE -> moveBack(was, by, now);
            case DELETE -> was.undelete(standing, status, by, now);
            case EDIT -> was.edit(was.fields().on(account, board).in(campaign), by, now);
            case ZONE -> throw new IllegalStateException("goes back with its workspace");
        }
        undone = true;
        // It is again what the change before this one made of it: that one can be undone next.
        update("edition = ?1 where pin = ?2 and edition = ?3 and not undone", was.edition(), pin, editionBefore);
        return was;
    }

    private void moveBack(Pin was, Actor by, Instant now) {
        if (plannedFor != null && !plannedZone.equals(was.workspace().zone)) {
            throw new Refused("", "The time zone was changed since. Move it instead.");
        }
        PlannedTime time = plannedFor == null ? null : new PlannedTime(plannedFor, plannedZone);
        was.moveBack(time, publishAt, standing, editionBefore, by, now);
    }

    /** The numbers of its pins; of those that went with the workspace to another zone none, as that is everything. */
    static List<Long> of(Workspace workspace, Long changes, boolean undone) {
        return getEntityManager()
                .createQuery(
                        "select p.pin.id from ChangedPin p where p.changeSet.workspace = ?1 and p.changeSet.id = ?2"
                                + " and p.undone = ?3 and p.changeSet.kind <> ZONE order by p.id",
                        Long.class)
                .setParameter(1, workspace)
                .setParameter(2, changes)
                .setParameter(3, undone)
                .getResultList();
    }

    /** What one was planned for before its workspace went to another zone. */
    record Time(Long pin, int edition, LocalDateTime chosen, ZoneId zone, Instant at) {
        /** @param free whether its minute is known to be free; else that is asked */
        void restore(Pin was, boolean free, Actor by, Instant now) {
            if (was.edition() != edition) {
                throw new Refused("", "It was changed since.");
            }
            was.restoreTime(new PlannedTime(chosen, zone), at, free, by, now);
        }
    }

    /** The last first: each finds its minute as empty as it left it. */
    static List<Time> times(ChangeSet changes) {
        return getEntityManager()
                .createQuery(
                        "select new pinplan.change.ChangedPin$Time(c.pin.id, c.edition, c.plannedFor, c.plannedZone,"
                                + " c.publishAt) from ChangedPin c where c.changeSet = ?1 order by c.id desc",
                        Time.class)
                .setParameter(1, changes)
                .getResultList();
    }

    /** These are again what the change before this one made of them: that one can be undone next. */
    static void wentBack(Long changes, Collection<Long> pins) {
        String ids = pins.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        getEntityManager()
                .createNativeQuery(
                        "update changed_pin set undone = true"
                                + " from unnest(cast(?2 as bigint[])) as back (id) where change_set_id = ?1 and pin_id = back.id")
                .setParameter(1, changes)
                .setParameter(2, ids)
                .executeUpdate();
        getEntityManager()
                .createNativeQuery("update changed_pin earlier set edition = pin.edition"
                        + " from changed_pin back join pin on pin.id = back.pin_id where back.change_set_id = ?1"
                        + " and back.undone and earlier.pin_id = back.pin_id and earlier.edition = back.edition_before"
                        + " and not earlier.undone")
                .setParameter(1, changes)
                .executeUpdate();
    }

    /** Where a move took it from; null where it did not move. */
    public String from(ZoneId zone) {
        if (changeSet.kind() != ChangeSet.Kind.MOVE) {
            return null;
        }
        return plannedFor == null ? "from Unscheduled" : "from " + Formats.moment(publishAt, zone);
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
