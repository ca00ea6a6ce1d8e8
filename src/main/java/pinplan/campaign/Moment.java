package pinplan.campaign;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import pinplan.team.Workspace;
import pinplan.web.Formats;

/** A date that matters, with a lead window before it; or a note on some days. */
@Entity
public class Moment extends PanacheEntity {
    private static final String THERE = " and deletedAt is null";

    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    @Enumerated(EnumType.STRING)
    public MomentKind kind;

    public String name;
    public LocalDate fromOn;
    public LocalDate untilOn;
    public int leadDays;

    /** Null for none. */
    @Enumerated(EnumType.STRING)
    public Colour colour;

    public String text = "";
    public Instant createdAt;

    private Instant deletedAt;

    @Version
    public int version;

    public static Moment in(Workspace workspace, Long id) {
        return found(THERE, workspace, id, LockModeType.NONE);
    }

    /** For every change. */
    static Moment locked(Workspace workspace, Long id) {
        return found(THERE, workspace, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** As it is, or was. */
    static Moment evenDeleted(Workspace workspace, Long id) {
        return found("", workspace, id, LockModeType.NONE);
    }

    /** To take a change back. */
    public static Moment lockedEvenDeleted(Workspace workspace, Long id) {
        return found("", workspace, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Moment found(String there, Workspace workspace, Long id, LockModeType lock) {
        return Moment.<Moment>find("workspace = ?1 and id = ?2" + there, workspace, id)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    // ---- verbs ----

    public static Moment begin(Workspace workspace, MomentFields fields, Instant now) {
        Moment moment = new Moment();
        moment.workspace = workspace;
        moment.createdAt = now;
        moment.edit(fields);
        moment.persist();
        return moment;
    }

    public void edit(MomentFields fields) {
        kind = fields.kind();
        name = fields.name();
        fromOn = fields.fromOn();
        untilOn = fields.untilOn();
        leadDays = fields.leadDays();
        colour = fields.colour();
        text = fields.text();
    }

    public void delete(Instant now) {
        deletedAt = now;
    }

    public void undelete() {
        deletedAt = null;
    }

    // ---- reading ----

    boolean deleted() {
        return deletedAt != null;
    }

    /** The first day that leads to it; without a lead window its own first. */
    public LocalDate begins() {
        return fromOn.minusDays(leadDays);
    }

    /** Mon 1 March 2027 – Sun 4 April 2027 */
    public String dates() {
        return fromOn.equals(untilOn) ? Formats.date(fromOn) : Formats.date(fromOn) + " – " + Formats.date(untilOn);
    }
}
