package pinplan.change;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import pinplan.database.DatabaseClock;
import pinplan.database.Patience;
import pinplan.pin.Actor;
import pinplan.pin.Minutes;
import pinplan.pin.Pin;
import pinplan.pin.PinEvent;
import pinplan.pin.Planned;
import pinplan.pin.PlannedTime;
import pinplan.pin.Refused;
import pinplan.pin.Room;
import pinplan.team.Deed;
import pinplan.team.Difference;
import pinplan.team.Timetable;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.team.Workspace;

/**
 * A workspace goes to another zone, or back, with everything that is planned: in one transaction that holds all of it,
 * so that the publisher claims nothing half-way, and a piece at a time, so that a hundred thousand fit.
 */
@ApplicationScoped
class ZoneChange implements Timetable {
    private static final int PIECE = 500;
    private static final int PATIENCE_SECONDS = 900;
    private static final int STATEMENTS_AT_ONCE = 250;

    private static final Runnable NOTHING = () -> {};

    private static final String LOCK = "select id from pin where workspace_id = ?1"
            + " and (publish_at > ?2 and deleted_at is null or id in (select pin_id from changed_pin where change_set_id = ?3))"
            + " order by id for update";

    private final Viewer viewer;
    private final Clock clock;
    private final DatabaseClock decides;

    ZoneChange(Viewer viewer, Clock clock, DatabaseClock decides) {
        this.viewer = viewer;
        this.clock = clock;
        this.decides = decides;
    }

    @Override
    public boolean anythingAhead(Workspace workspace) {
        return Planned.any(workspace, clock.instant());
    }

    private void record(Workspace workspace, String words, ZoneId from, Instant now) {
        Deed.of(viewer, Topic.SETTINGS, words, now)
                .with(List.of(new Difference("Time zone", from.getId(), workspace.zone.getId())))
                .record();
    }

    Rezoning preview(ZoneId to) {
        return Rezoning.of(viewer.workspace(), to, clock.instant());
    }

    /** @param seenIn the zone that the person saw it in */
    Rezoned apply(String seenIn, ZoneId to, boolean clockKept) {
        return inOne(() -> {
            Instant now = decides.read();
            Workspace workspace = Workspace.locked(viewer.workspace());
            ZoneId from = workspace.zone;
            if (!from.getId().equals(seenIn) || from.equals(to)) {
                throw new Refused("", "Nothing is changed: the workspace is in %s by now.".formatted(from));
            }
            workspace.moveTo(to);
            record(
                    workspace,
                    clockKept
                            ? "changed the time zone; pins keep their clock times"
                            : "changed the time zone; pins keep their instants",
                    from,
                    now);
            ChangeSet changes = ChangeSet.zone(workspace, viewer.member(), from, to, clockKept, now);
            List<Planned> ahead = locked(workspace, changes.id, now);
            Rezoned rezoned = new Rezoned(
                    "The workspace is in %s now.".formatted(to),
                    clockKept ? "ahead keeps its clock time" : "ahead goes out at the same moment as before",
                    clockKept ? "ahead keep their clock times" : "ahead go out at the same moment as before",
                    changes.id);
            Room room = Room.of(ahead, now);
            List<ChangedPin> piece = new ArrayList<>();
            each(
                    workspace,
                    clockKept ? Rezoning.inOrder(ahead, from, to) : ahead,
                    Planned::id,
                    (each, pin) -> {
                        piece.add(ChangedPin.beforeZone(pin));
                        if (clockKept) {
                            keepClockTime(pin, each, from, room, rezoned, now);
                        } else {
                            pin.keepInstant(Actor.of(viewer), now);
                            rezoned.followed();
                        }
                    },
                    () -> {
                        // After all that the pins wrote themselves: rows of one kind go to the database together.
                        ChangeSet of = entities().getReference(ChangeSet.class, changes.id);
                        piece.forEach(changed -> changed.changedIn(of));
                        piece.clear();
                    });
            return rezoned;
        });
    }

    private void keepClockTime(Pin pin, Planned each, ZoneId from, Room room, Rezoned rezoned, Instant now) {
        PlannedTime there = Rezoning.there(each, from, pin.workspace().zone);
        try {
            pin.keepClockTime(there, free(room, each, there.instant()), Actor.of(viewer), now);
            room.moved(each, there.instant());
            rezoned.followed();
        } catch (Refused refused) {
            rezoned.stayed(pin.name(), refused.getMessage());
            pin.keepInstant(Actor.of(viewer), now);
        }
    }

    /**
     * Whether its minute there is known to be free. Else the database is asked, so that has to know what was done so far.
     *
     * @param each null: its time was over before this
     */
    private static boolean free(Room room, Planned each, Instant to) {
        boolean free = each != null && room.free(each, to);
        if (!free) {
            Panache.flush();
        }
        return free;
    }

    /** Whatever cannot go back to its time, and what was planned since, keeps its instant. */
    Rezoned undo(ChangeSet done) {
        return inOne(() -> {
            Instant now = decides.read();
            Workspace workspace = Workspace.locked(viewer.workspace());
            ChangeSet changes = ChangeSet.in(workspace, done.id);
            ZoneId from = workspace.zone;
            changes.takeZoneBack(workspace, viewer.member(), now);
            record(workspace, "took the change of the time zone back", from, now);
            List<Planned> ahead = locked(workspace, changes.id, now);
            Rezoned rezoned = new Rezoned(
                    "The workspace is in %s again.".formatted(workspace.zone),
                    "is as before",
                    "are as before",
                    changes.id);
            Room room = Room.of(ahead, now);
            Map<Long, Planned> known = new HashMap<>();
            ahead.forEach(each -> known.put(each.id(), each));
            Set<Long> back = new HashSet<>();
            each(
                    workspace,
                    ChangedPin.times(changes),
                    ChangedPin.Time::pin,
                    (time, pin) -> {
                        try {
                            Planned each = known.get(pin.id);
                            time.restore(pin, free(room, each, time.at()), Actor.of(viewer), now);
                            if (each != null) {
                                room.moved(each, time.at());
                            }
                            back.add(pin.id);
                            rezoned.followed();
                        } catch (Refused refused) {
                            rezoned.stayed(pin.name(), refused.getMessage());
                        }
                    },
                    NOTHING);
            ChangedPin.wentBack(done.id, back);
            each(
                    workspace,
                    ahead.stream().filter(each -> !back.contains(each.id())).toList(),
                    Planned::id,
                    (each, pin) -> pin.keepInstant(Actor.of(viewer), now),
                    NOTHING);
            return rezoned;
        });
    }

    private static Rezoned inOne(Supplier<Rezoned> act) {
        return QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).call(() -> {
            Session session = entities().unwrap(Session.class);
            session.setJdbcBatchSize(STATEMENTS_AT_ONCE);
            Patience.of(Duration.ofSeconds(PATIENCE_SECONDS));
            // Else whatever is asked about one pin would first write all that is new of the others, one by one.
            session.setHibernateFlushMode(FlushMode.COMMIT);
            return act.get();
        });
    }

    /** All rows in the order in which all lock them, then the minutes of their accounts. */
    private static List<Planned> locked(Workspace workspace, Long changes, Instant now) {
        Panache.flush();
        entities()
                .createNativeQuery(LOCK)
                .setParameter(1, workspace.id)
                .setParameter(2, now)
                .setParameter(3, changes)
                .getResultList();
        List<Planned> ahead = Planned.ahead(workspace, now);
        Minutes.reserveAll(Room.accounts(ahead));
        return ahead;
    }

    private interface Step<T> {
        void take(T each, Pin pin);
    }

    /** Nothing of one piece is kept in memory for the next. */
    private static <T> void each(
            Workspace workspace, List<T> all, Function<T, Long> id, Step<T> step, Runnable pieceDone) {
        for (int first = 0; first < all.size(); first += PIECE) {
            List<T> piece = all.subList(first, Math.min(all.size(), first + PIECE));
            Map<Long, Pin> pins = new HashMap<>();
            Pin.in(workspace, piece.stream().map(id).toList()).forEach(pin -> pins.put(pin.id, pin));
            PinEvent.together(() -> {
                for (T each : piece) {
                    Pin pin = pins.get(id.apply(each));
                    if (pin != null) {
                        step.take(each, pin);
                    }
                }
            });
            pieceDone.run();
            Panache.flush();
            entities().clear();
        }
    }

    private static EntityManager entities() {
        return Panache.getEntityManager();
    }
}
