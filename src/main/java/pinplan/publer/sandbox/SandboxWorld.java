package pinplan.publer.sandbox;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything behind one key: a Publer user with one workspace, its accounts, posts, media and jobs. */
@Entity
public class SandboxWorld extends PanacheEntity {
    public String keyDigest;
    public String name;
    public String userId;
    public String publerWorkspaceId;
    /** Requests in two minutes. */
    public int rateLimit = 100;
    /** Pins of one account in 24 hours. */
    public int dailyCap = 36;
    /** How long a job takes. */
    public int jobMillis = 1500;
    /** How long after it was made a post appears in listings. */
    public int listLagMillis;
    /** Answers always in the documented envelope instead of the observed one. */
    public boolean wrapped;
    /** Jobs end in {@code completed} instead of {@code complete}. */
    public boolean saysCompleted;
    /** Failures as a flat array instead of an object of arrays. */
    public boolean failuresAsArray;

    public Instant createdAt;

    /** A world without accounts. Its key is not kept, only the digest by which connections know it too. */
    static SandboxWorld create(String keyDigest, String name, Instant now) {
        SandboxWorld world = new SandboxWorld();
        world.keyDigest = keyDigest;
        world.name = name;
        world.userId = Ids.hex();
        world.publerWorkspaceId = Ids.hex();
        world.createdAt = now;
        world.persist();
        return world;
    }

    static Optional<SandboxWorld> of(String keyDigest) {
        return find("keyDigest", keyDigest).firstResultOptional();
    }

    /** One request at a time: whoever holds the row acts on this world. */
    static Optional<SandboxWorld> locked(String keyDigest) {
        return SandboxWorld.<SandboxWorld>find("keyDigest", keyDigest)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Lets happen what was due by now: jobs run, posts go out. */
    void advance(Instant now) {
        SandboxJob.runDue(this, now);
        SandboxPost.publishDue(this, now);
    }

    /** Nothing grows for ever, not even what only a sandbox keeps. */
    void trim() {
        keepNewest("sandbox_request", SandboxRequest.KEPT);
        keepNewest("sandbox_job", 5_000);
        keepNewest("sandbox_post", 10_000);
        keepNewest("sandbox_media", 10_000);
    }

    private void keepNewest(String table, int count) {
        getEntityManager()
                .createNativeQuery("delete from " + table + " where world_id = ?1 and id <= coalesce((select id from "
                        + table + " where world_id = ?1 order by id desc offset ?2 limit 1), 0)")
                .setParameter(1, id)
                .setParameter(2, count)
                .executeUpdate();
    }

    /** Connects one more Pinterest account. */
    public SandboxAccount account(String name) {
        return SandboxAccount.create(this, Ids.hex(), name, "pinterest", "pin_business");
    }

    /** An account of another network, which nobody asked for but Publer lists too. */
    public SandboxAccount otherNetwork(String name, String provider, String type) {
        return SandboxAccount.create(this, Ids.hex(), name, provider, type);
    }

    public List<SandboxAccount> accounts() {
        return SandboxAccount.list("world = ?1 order by id", this);
    }

    /** Takes the world and all that is in it away. */
    public void remove() {
        delete("id", id);
    }
}
