package pinplan.publer.sandbox;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A post that Publer holds or held. */
@Entity
public class SandboxPost extends PanacheEntity {
    private static final Duration GAP = Duration.ofMinutes(1);

    @ManyToOne(fetch = FetchType.LAZY)
    SandboxWorld world;

    @ManyToOne(fetch = FetchType.LAZY)
    SandboxAccount account;

    public String publerId;
    public String state;
    public String type;
    public String albumId;
    public String title;
    public String text;
    public String url;
    /** The media entries as they were sent. */
    public String media;

    public Instant scheduledAt;
    public String postLink;
    public String error;
    /** Made by somebody in Publer itself, not through the API. */
    public boolean foreignMade;

    public Instant madeAt;
    public Instant visibleAt;
    public Instant deletedAt;

    /** What is due by now goes out, or says why it cannot. */
    static void publishDue(SandboxWorld world, Instant now) {
        List<SandboxPost> due = list(
                "world = ?1 and state = 'scheduled' and deletedAt is null and scheduledAt <= ?2 order by scheduledAt, id",
                world,
                now);
        due.forEach(SandboxPost::publish);
    }

    void publish() {
        if (account.reauth) {
            state = "scheduled_reauth";
        } else if (!SandboxBoard.exists(account, albumId)) {
            state = "failed";
            error = "The board could not be found on Pinterest";
        } else {
            state = "published";
            postLink = "https://www.pinterest.com/pin/" + Ids.pinterest() + "/";
        }
    }

    /** Whether another post of the account is less than a minute away. */
    static boolean crowded(SandboxAccount account, Instant at) {
        return count(
                        "account = ?1 and deletedAt is null and state not like 'failed%' and scheduledAt > ?2 and scheduledAt < ?3",
                        account, at.minus(GAP), at.plus(GAP))
                > 0;
    }

    static long inTheDayBefore(SandboxAccount account, Instant at) {
        return count(
                "account = ?1 and deletedAt is null and state not like 'failed%' and scheduledAt > ?2 and scheduledAt <= ?3",
                account, at.minus(Duration.ofDays(1)), at);
    }

    static SandboxPost in(SandboxWorld world, String publerId) {
        return find("world = ?1 and publerId = ?2 and deletedAt is null", world, publerId)
                .firstResult();
    }

    static List<SandboxPost> of(SandboxWorld world) {
        return list("world = ?1 and deletedAt is null order by scheduledAt, id", world);
    }

    /** The next one that waits for its time, if any. */
    static SandboxPost next(SandboxWorld world) {
        return find("world = ?1 and deletedAt is null and state = 'scheduled' order by scheduledAt, id", world)
                .firstResult();
    }
}
