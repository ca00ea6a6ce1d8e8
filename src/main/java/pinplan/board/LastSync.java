package pinplan.board;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the last look at Publer's accounts and boards ended. One row per workspace. */
@Entity
@Table(name = "board_sync")
public class LastSync extends PanacheEntityBase {
    @Id
    private Long workspaceId;

    private Instant triedAt;
    private Instant syncedAt;
    private String problem;

    protected LastSync() {}

    public static Optional<LastSync> of(long workspaceId) {
        return findByIdOptional(workspaceId);
    }

    /** Takes the turn to look, in one statement, unless somebody took it after {@code since}. */
    static boolean claim(long workspaceId, Instant since, Instant now) {
        return getEntityManager()
                        .createNativeQuery("insert into board_sync (workspace_id, tried_at) values (?1, ?2)"
                                + " on conflict (workspace_id) do update set tried_at = excluded.tried_at"
                                // a try in the future means that a clock was set back since
                                + " where board_sync.tried_at <= ?3 or board_sync.tried_at > ?2")
                        .setParameter(1, workspaceId)
                        .setParameter(2, now)
                        .setParameter(3, since)
                        .executeUpdate()
                == 1;
    }

    /** A connected workspace whose turn it is, unless somebody takes it first. */
    record Due(Long workspaceId, Instant unlessSince) {}

    /** Whom nobody looked at since {@code before}, or since they were connected; the longest waiting first. */
    static List<Due> due(Instant before) {
        return getEntityManager()
                .createQuery(
                        "select c.workspaceId, c.connectedAt from PublerConnection c"
                                + " left join LastSync s on s.workspaceId = c.workspaceId"
                                + " where s.workspaceId is null or s.triedAt <= :before or s.triedAt < c.connectedAt"
                                + " order by s.triedAt nulls first",
                        Object[].class)
                .setParameter("before", before)
                .getResultStream()
                .map(row -> new Due((Long) row[0], later(before, (Instant) row[1])))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Two looks at one workspace write their answers one after the other. */
    static LastSync locked(long workspaceId) {
        return findById(workspaceId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @param problem what could not be read, or null when everything was */
    void ended(String problem, Instant now) {
        this.problem = problem;
        if (problem == null) {
            syncedAt = now;
        }
    }

    public Instant triedAt() {
        return triedAt;
    }

    /** When everything was last read to its end, or null. */
    public Instant syncedAt() {
        return syncedAt;
    }

    /** Whether any look came to its end yet. */
    public boolean any() {
        return problem != null || syncedAt != null;
    }

    /** Whether everything could be read the last time. */
    public boolean well() {
        return problem == null && syncedAt != null;
    }

    public String problem() {
        return problem;
    }
}
