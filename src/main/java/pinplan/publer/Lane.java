package pinplan.publer;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One Publer key: what it may still ask, and whether it may ask at all. It is a row that every replica locks, so the
 * budget holds across all of them. Each verb locks the row in the caller's transaction.
 */
@Entity
public class Lane extends PanacheEntity {
    /** Why a lane stands still. */
    public enum Pause {
        /** Publer said 429. */
        THROTTLED,
        /** Publer does not accept the key, or not for this: a person must look. */
        DENIED,
        /** Publer could not be reached several times in a row; looking is still allowed, and reopens the lane. */
        UNREACHABLE
    }

    private static final Duration SOON = Duration.ofSeconds(60);

    private String keyDigest;
    private Instant arrival;

    @Embedded
    private Standstill standstill = new Standstill();

    private String lastError;
    private Instant lastErrorAt;
    private Instant lastAnswerAt;

    protected Lane() {}

    /** The lane of a key, made when there is none. */
    public static Lane of(String keyDigest) {
        getEntityManager()
                .createNativeQuery(
                        "insert into lane (id, key_digest, arrival, failures)"
                                + " values (nextval('lane_seq'), ?1, timestamptz 'epoch', 0) on conflict (key_digest) do nothing")
                .setParameter(1, keyDigest)
                .executeUpdate();
        return find("keyDigest", keyDigest).singleResult();
    }

    /** For callers within a transaction that has not read it yet. */
    public static Lane locked(long laneId) {
        return Lane.<Lane>find("id", laneId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    /** The same, of a workspace; null where it has none. */
    public static Lane lockedOf(long workspaceId) {
        return Lane.<Lane>find("id = (select c.lane.id from PublerConnection c where c.workspaceId = ?1)", workspaceId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** For callers without a transaction: spends one request in one of its own. */
    public static boolean take(long laneId, Instant now, Reserve reserve) {
        return QuarkusTransaction.requiringNew().call(() -> locked(laneId).spend(now, reserve));
    }

    /** For callers without a transaction: {@link #freeAt} in one of its own. */
    public static Instant free(long laneId, Instant now, Reserve reserve) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Lane.<Lane>findById(laneId).freeAt(now, reserve));
    }

    /** For callers without a transaction: {@link #hear} in one of its own. */
    public static void heard(long laneId, Outcome<?> outcome, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> locked(laneId).hear(outcome, now));
    }

    /** Spends one request, if the lane is not paused and one is free. */
    public boolean spend(Instant now, Reserve reserve) {
        lock();
        if (now.isBefore(freeAt(now, reserve))) {
            return false;
        }
        arrival = budget(now).spent(now).arrival();
        return true;
    }

    /** When the next request of this kind is free; {@link Instant#MAX} when only a person can say. */
    public Instant freeAt(Instant now, Reserve reserve) {
        Instant free = budget(now).freeAt(reserve);
        if (!standstill.stops(reserve, now)) {
            return free;
        }
        Instant open = standstill.end();
        return open.isAfter(free) ? open : free;
    }

    /** When it pays to ask for one: not at once, and within a minute, as somebody may reopen it meanwhile. */
    public Instant worthAskingAt(Instant now, Reserve reserve) {
        Instant soon = now.plus(SOON);
        Instant free = freeAt(now, reserve);
        return free.isAfter(soon) ? soon : free.isBefore(now) ? now.plusSeconds(1) : free;
    }

    /** How much of what may be asked at once is spent, for people. */
    public String share(Instant now) {
        long percent = Math.round(used(now) * 100);
        return percent == 0 ? "All of it is free" : "%d %% of what may be asked at once is used".formatted(percent);
    }

    /** What may be asked with one key, for people. */
    public String allowed() {
        return Budget.words();
    }

    /** Takes in how a request ended: a pause, a reopening, and what Publer says is left of the budget. */
    public void hear(Outcome<?> outcome, Instant now) {
        lock();
        Evidence evidence = outcome.evidence();
        if (evidence.remaining() != null) {
            arrival = budget(now).told(evidence.remaining(), now).arrival();
        }
        if (outcome instanceof Outcome.Answered) {
            lastAnswerAt = now;
            standstill.answered(now);
            return;
        }
        if (outcome instanceof Outcome.Refused) {
            // The trouble of one pin, and of one workspace: others share the lane.
            return;
        }
        lastError = outcome.sentence();
        lastErrorAt = now;
        if (outcome instanceof Outcome.Throttled<?> throttled) {
            standstill.begin(Pause.THROTTLED, throttled.until(now), outcome.sentence(), now);
        } else if (outcome instanceof Outcome.Denied && closesTheLane(evidence)) {
            standstill.begin(Pause.DENIED, null, outcome.sentence(), now);
        } else if (evidence.status() == 0) {
            standstill.failed(outcome.sentence(), now);
        }
    }

    /** A missing board or an unknown path is no matter of the key; a create that finds nobody is. */
    private static boolean closesTheLane(Evidence evidence) {
        return evidence.status() != 404 || evidence.request().startsWith("POST /posts");
    }

    /** @param until null: until a person acts */
    public void pause(Pause why, Instant until, String reason, Instant now) {
        lock();
        standstill.begin(why, until, reason, now);
    }

    public void resume() {
        lock();
        standstill.over();
    }

    public boolean paused(Instant now) {
        return standstill.now(now);
    }

    /** Since when Publer has not answered as it should, all pauses in a row taken together; null when it does. */
    public Instant standsSince() {
        return standstill.since();
    }

    /** How much of what may be asked at once is spent: at 1 every further request waits for its turn. */
    public double used(Instant now) {
        return budget(now).used(now);
    }

    /** Those that some workspace is connected by. */
    public static List<Lane> inUse() {
        return list("id in (select c.lane.id from PublerConnection c) order by id");
    }

    /** Null when not paused, or when only a person can end the pause. */
    public Instant pausedUntil() {
        return standstill.until();
    }

    public Pause pauseKind() {
        return standstill.kind();
    }

    public String pauseReason() {
        return standstill.reason();
    }

    public String lastError() {
        return lastError;
    }

    public Instant lastErrorAt() {
        return lastErrorAt;
    }

    /** When Publer last answered as it should, or null. */
    public Instant lastAnswerAt() {
        return lastAnswerAt;
    }

    public String keyDigest() {
        return keyDigest;
    }

    private Budget budget(Instant now) {
        return Budget.at(arrival, now);
    }

    /** Reads the row anew under its lock, once per transaction: what was read before the lock may be old. */
    private void lock() {
        EntityManager database = getEntityManager();
        if (database.getLockMode(this) != LockModeType.PESSIMISTIC_WRITE) {
            database.refresh(this, LockModeType.PESSIMISTIC_WRITE);
        }
    }
}
