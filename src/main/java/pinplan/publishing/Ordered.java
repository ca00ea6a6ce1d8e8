package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import pinplan.pin.Minutes;
import pinplan.pin.Pin;
import pinplan.pin.Revision;
import pinplan.team.Workspace;

/**
 * What was ordered: one approved revision of a pin, for one account, at one minute. Nothing of what becomes of it: that is
 * {@link Publication}'s.
 */
@MappedSuperclass
public abstract class Ordered extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    public Pin pin;

    @ManyToOne(fetch = FetchType.LAZY)
    public Revision revision;

    public String publerAccountId;
    /** When it goes out, or went. */
    public Instant publishAt;
    /** When people wanted it out: a late one goes out at another minute, and its lateness is counted from here. */
    public Instant wantedAt;

    public ZoneId zone;
    public boolean publishNow;
    public Instant orderedAt;

    void take(Pin pin, Instant now) {
        workspace = pin.workspace();
        this.pin = pin;
        revision = pin.revision();
        publerAccountId = pin.account().publerId;
        publishAt = pin.publishAt();
        wantedAt = publishAt;
        zone = workspace.zone;
        publishNow = pin.publishNow();
        orderedAt = now;
    }

    Instant handOverAt(Instant now) {
        Integer horizon = workspace.horizonMinutes;
        // What goes out at once has the minute that has begun.
        Instant at = publishNow ? publishAt : horizon == null ? now : publishAt.minus(Duration.ofMinutes(horizon));
        return at.isBefore(now) ? now : at;
    }

    boolean stillWhat(Pin wanted) {
        return revision.id.equals(wanted.revision().id) && publishAt.equals(wanted.publishAt());
    }

    /** This minute, or the first after it that the account has free. */
    Instant freeMinute(Instant from) {
        return Minutes.firstFree(pin, from);
    }

    /** Too near, or over, to be scheduled at Publer. */
    void atOnce() {
        publishNow = true;
    }

    /** Late: it goes out now, in this minute, and its pin says so. */
    void movedTo(Instant minute, Instant now) {
        pin.postpone(minute, now);
        publishAt = minute;
        publishNow = true;
    }

    public boolean late(Instant now) {
        return publishAt.isBefore(now);
    }
}
