package pinplan.activity;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pinplan.team.Role;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.team.Workspace;

/** The lines that one person may see and looks for, the latest first. */
final class Lines {
    private final StringBuilder where = new StringBuilder("a.workspace_id = :workspace");
    private final Map<String, Object> given = new HashMap<>();

    Lines(Wanted wanted, Viewer viewer) {
        Workspace workspace = viewer.workspace();
        given.put("workspace", workspace.id);
        and("a.topic in (:open)", "open", open(viewer.role()));
        and(
                "a.topic = :topic",
                "topic",
                wanted.topic() == null ? null : wanted.topic().name());
        and("a.pin_id = :pin", "pin", wanted.pinId());
        and("a.campaign_id = :campaign", "campaign", wanted.campaignId());
        and("a.happened_at >= :begin", "begin", wanted.begin(workspace));
        and("a.happened_at < :end", "end", wanted.end(workspace));
        by(wanted);
        and(
                "position(:text in lower(a.thing || ' ' || a.words || ' ' || a.note || ' ' || a.differences || ' ' || a.who)) > 0",
                "text",
                wanted.sought());
    }

    private static List<String> open(Role role) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.openTo(role))
                .map(Topic::name)
                .toList();
    }

    private void by(Wanted wanted) {
        if (Wanted.GUESTS.equals(wanted.who)) {
            where.append(" and a.actor_id is null and a.who <> ''");
        } else if (Wanted.PINPLAN.equals(wanted.who)) {
            where.append(" and a.actor_id is null and a.who = ''");
        } else {
            and("a.actor_id = :who", "who", wanted.number(wanted.who));
        }
    }

    private void and(String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            given.put(name, value);
        }
    }

    /** @param after null: from the latest on */
    @SuppressWarnings("unchecked")
    List<Activity> page(Cursor after, int most) {
        String older = after == null ? "" : " and (a.happened_at, a.id) < (:at, :id)";
        Query query = Panache.getEntityManager()
                .createNativeQuery(
                        "select a.* from activity a where " + where + older + " order by a.happened_at desc, a.id desc",
                        Activity.class);
        given.forEach(query::setParameter);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return query.setMaxResults(most).getResultList();
    }

    /** By the number of the line: its place in the chain and its seal in hex. Those that wait for theirs are missing. */
    static Map<Long, Seal> seals(List<Activity> lines) {
        Map<Long, Seal> seals = new HashMap<>();
        Stream<?> rows = Panache.getEntityManager()
                .createNativeQuery(
                        "select s.activity_id, s.position, encode(s.hash, 'hex') from seal s where s.activity_id in :ids")
                .setParameter("ids", lines.stream().map(line -> line.id).toList())
                .getResultStream();
        rows.map(Object[].class::cast)
                .forEach(row -> seals.put(
                        ((Number) row[0]).longValue(), new Seal(((Number) row[1]).longValue(), (String) row[2])));
        return seals;
    }

    record Seal(long position, String hash) {}
}
