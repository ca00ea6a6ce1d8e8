package pinplan.team;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;

/** A team's own space. Nothing crosses it. */
@Entity
public class Workspace extends PanacheEntity {
    public String name;
    public ZoneId zone;
    public boolean demo;
    public boolean authorsMayApprove;
    /** Minutes before its time at which an approved pin is handed over; null: as soon as approved. */
    public Integer horizonMinutes = 24 * 60;

    public int descriptionLimit = 500;
    public int dailyCap = 36;
    public Instant createdAt;

    private Instant pausedAt;
    private Long pausedBy;
    private String pausedBecause = "";

    @Version
    public int version;

    public static Workspace founded(String name, ZoneId zone, Instant now) {
        Workspace workspace = new Workspace();
        workspace.name = name;
        workspace.zone = zone;
        workspace.createdAt = now;
        workspace.persist();
        return workspace;
    }

    /** Whether set-up is done. */
    static boolean any() {
        return count() > 0;
    }

    /** The row of this transaction, held until its end: for changes to it and for rules that count its rows. */
    public static Workspace locked(Workspace workspace) {
        return findById(workspace.id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Who is away is so until the end of the same day, which is at another instant there. */
    public void moveTo(ZoneId there) {
        Membership.keepDaysAway(this, zone, there);
        zone = there;
    }

    public boolean paused() {
        return pausedAt != null;
    }

    public Instant pausedAt() {
        return pausedAt;
    }

    /** Null when whoever paused it is gone. */
    public Member pausedBy() {
        return pausedBy == null ? null : Member.findById(pausedBy);
    }

    public String pausedBecause() {
        return pausedBecause;
    }

    public void pause(Member by, String because, Instant now) {
        if (pausedAt == null) {
            pausedAt = now;
            pausedBy = by.id;
            pausedBecause = because;
            Deed.of(this, by, Topic.PUBLISHING, "paused publishing: " + because, now)
                    .record();
        }
    }

    public void resume(Member by, Instant now) {
        if (pausedAt != null) {
            Deed.of(this, by, Topic.PUBLISHING, "resumed publishing", now).record();
        }
        pausedAt = null;
        pausedBy = null;
        pausedBecause = "";
    }
}
