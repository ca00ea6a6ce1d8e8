package pinplan.change;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import pinplan.campaign.Moment;
import pinplan.pin.Refused;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** What somebody did in one go to some pins, or to a moment, and until when it can be undone. */
@Entity
public class ChangeSet extends PanacheEntity {
    /** Long enough to notice a slip, short enough that nobody has planned on top of it. */
    static final Duration UNDOABLE = Duration.ofMinutes(30);

    enum Kind {
        MOVE("moved"),
        EDIT("changed"),
        DELETE("deleted"),
        ZONE("changed the time zone");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    @ManyToOne(fetch = FetchType.LAZY)
    private Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    private Member actor;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    /** Both null where it is no change of the workspace's zone. */
    private ZoneId zoneBefore;

    private ZoneId zoneAfter;
    private boolean clockKept;

    /** Null where it is a change of pins. */
    @ManyToOne(fetch = FetchType.LAZY)
    private ChangedMoment moment;

    private Instant madeAt;
    private Instant undoneAt;

    @ManyToOne(fetch = FetchType.LAZY)
    private Member undoneBy;

    /** When whoever made it wanted it back and nothing of it could go. */
    private Instant refusedAt;

    @OneToMany(mappedBy = "changeSet")
    @OrderBy("id")
    private List<ChangedPin> pins = new ArrayList<>();

    static ChangeSet begin(Workspace workspace, Member actor, Kind kind, Instant now) {
        ChangeSet changes = of(workspace, actor, kind, now);
        changes.persist();
        return changes;
    }

    private static ChangeSet of(Workspace workspace, Member actor, Kind kind, Instant now) {
        ChangeSet changes = new ChangeSet();
        changes.workspace = workspace;
        changes.actor = actor;
        changes.kind = kind;
        changes.madeAt = now;
        return changes;
    }

    static ChangeSet zone(
            Workspace workspace, Member actor, ZoneId before, ZoneId after, boolean clockKept, Instant now) {
        ChangeSet changes = of(workspace, actor, Kind.ZONE, now);
        changes.zoneBefore = before;
        changes.zoneAfter = after;
        changes.clockKept = clockKept;
        changes.persist();
        return changes;
    }

    static ChangeSet moment(Workspace workspace, Member actor, Kind kind, ChangedMoment moment, Instant now) {
        ChangeSet changes = of(workspace, actor, kind, now);
        changes.moment = moment;
        changes.persist();
        return changes;
    }

    static ChangeSet in(Workspace workspace, Long id) {
        return ChangeSet.<ChangeSet>find("workspace = ?1 and id = ?2", workspace, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * What this member did last and can still take back. Where nothing of it can go back any more, or it said so when it was
     * asked, what they did before that; with nothing else left it is what tells why.
     */
    static Optional<ChangeSet> last(Workspace workspace, Member actor, Instant now) {
        return find(
                        "select c from ChangeSet c left join c.moment m left join m.moment n"
                                + " where c.workspace = ?1 and c.actor = ?2 and c.undoneAt is null and c.madeAt > ?3"
                                + " order by case when c.refusedAt is not null then 2 when c.kind = ZONE or n.version = m.version or exists (select 1 from ChangedPin p"
                                + " where p.changeSet = c and not p.undone and p.edition = p.pin.edition and p.pin.status <> PUBLISHED"
                                + " and (c.kind <> MOVE or p.pin.status <> SCHEDULED)) then 0 else 1 end, c.madeAt desc, c.id desc",
                        workspace,
                        actor,
                        now.minus(UNDOABLE))
                .firstResultOptional();
    }

    /** Why it can't be undone, or null. */
    String past(Instant now) {
        if (undoneAt != null) {
            return "Undone by " + undoneBy.name + " already.";
        }
        return madeAt.plus(UNDOABLE).isAfter(now) ? null : "This was more than 30 minutes ago.";
    }

    /** Nothing of it could go back: the next time it is the turn of what was done before it. */
    static void refused(Long id, Instant now) {
        update("refusedAt = ?1 where id = ?2", now, id);
    }

    /** What could not go back may yet. */
    void undoneIfAll(Member by, Instant now) {
        if (pins.stream().allMatch(ChangedPin::undone)) {
            undone(by, now);
        }
    }

    /** All of it at once, since a workspace has one zone. */
    void takeZoneBack(Workspace locked, Member by, Instant now) {
        String past = past(now);
        if (past != null || !locked.zone.equals(zoneAfter)) {
            throw new Refused("", past != null ? past : "The time zone was changed again since.");
        }
        locked.moveTo(zoneBefore);
        undone(by, now);
    }

    Moment takeMomentBack(Member by, Instant now) {
        String past = past(now);
        if (past != null) {
            throw new Refused("", past);
        }
        Moment was = moment.undo(kind);
        undone(by, now);
        return was;
    }

    private void undone(Member by, Instant now) {
        undoneAt = now;
        undoneBy = by;
    }

    List<ChangedPin> latestFirst() {
        List<ChangedPin> latest =
                new ArrayList<>(pins.stream().filter(pin -> !pin.undone()).toList());
        Collections.reverse(latest);
        return latest;
    }

    public Member actor() {
        return actor;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Member undoneBy() {
        return undoneBy;
    }

    public Instant undoneAt() {
        return undoneAt;
    }

    Kind kind() {
        return kind;
    }

    /** Whether it is the workspace's: not everybody who may move pins may take it back. */
    public boolean ofZone() {
        return kind == Kind.ZONE;
    }

    boolean ofMoment() {
        return moment != null;
    }

    /** Null where it is a change of pins. */
    String momentName() {
        return ofMoment() ? moment.name() : null;
    }

    /** moved; changed the time zone from Europe/Berlin to Asia/Tokyo, clock times kept: */
    String words() {
        return ofZone()
                ? "%s from %s to %s, %s kept:"
                        .formatted(kind.word(), zoneBefore, zoneAfter, clockKept ? "clock times" : "instants")
                : kind.word();
    }
}
