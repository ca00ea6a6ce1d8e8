package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pinplan.pin.Publishing;

/**
 * All orders of all workspaces, counted at one moment. What has come to its end is history, however much of it there is:
 * of that only the last day is counted, and all of it is read from an index.
 *
 * @param waiting due orders that nobody has picked up yet, and since when the first could have been
 * @param doubt those of which nobody knows whether they are out
 * @param overdue those that somebody should have looked at long ago
 */
record Census(
        Instant at,
        Map<Publishing, Group> living,
        Map<Publishing, Group> ended,
        Group waiting,
        Group doubt,
        Group overdue) {
    /** A look is taken up within seconds, and one that fails is taken up again after 90 s: this is neither. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration LATELY = Duration.ofDays(1);

    static final String COUNT = "select 'living', state, count(*), min(settled_at) from publication"
            + " where state in ('PENDING', 'SENDING', 'IN_DOUBT', 'ACCEPTED', 'SCHEDULED', 'NEEDS_REVIEW', 'RECALLING') group by state"
            + " union all select 'ended', state, count(*), min(settled_at) from publication"
            + " where state in ('PUBLISHED', 'REJECTED', 'CANCELLED') and settled_at > ?2 group by state"
            + " union all select 'waiting', '', count(*), min(p.due_at) from publication p join workspace w on w.id = p.workspace_id"
            + " where p.state = 'PENDING' and not p.look_first and p.due_at <= ?1 and w.paused_at is null"
            + " union all select 'doubt', '', count(*), min(doubtful_since) from publication"
            + " where state in ('IN_DOUBT', 'NEEDS_REVIEW') and doubtful_since is not null"
            // Where nobody can look, as a workspace is disconnected or a lane stands, it is put off, and not overdue.
            + " union all select 'overdue', '', count(*), min(due_at) from publication"
            + " where due_at <= ?3 and (state <> 'PENDING' or look_first)";

    /** @param since when the longest of them began to be what they are; null when there is none */
    record Group(long count, Instant since) {
        static final Group NONE = new Group(0, null);

        Duration age(Instant now) {
            return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
        }
    }

    /** In the caller's transaction. */
    static Census taken(Instant now) {
        List<Object[]> rows = Panache.getEntityManager()
                .createNativeQuery(COUNT, Object[].class)
                .setParameter(1, now)
                .setParameter(2, now.minus(LATELY))
                .setParameter(3, now.minus(PATIENCE))
                .getResultList();
        Map<Publishing, Group> living = new EnumMap<>(Publishing.class);
        Map<Publishing, Group> ended = new EnumMap<>(Publishing.class);
        for (Publishing state : Publishing.values()) {
            (state.living() ? living : ended).put(state, Group.NONE);
        }
        Map<String, Group> others = new HashMap<>();
        for (Object[] row : rows) {
            Group group = new Group(((Number) row[2]).longValue(), (Instant) row[3]);
            switch ((String) row[0]) {
                case "living" -> living.put(Publishing.valueOf((String) row[1]), group);
                case "ended" -> ended.put(Publishing.valueOf((String) row[1]), group);
                default -> others.put((String) row[0], group);
            }
        }
        return new Census(now, living, ended, others.get("waiting"), others.get("doubt"), others.get("overdue"));
    }
}
