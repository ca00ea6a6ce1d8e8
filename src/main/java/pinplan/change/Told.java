package pinplan.change;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.team.Workspace;

/**
 * A change as the history tells it.
 *
 * @param named its pins, where they are so few that each is named
 */
public record Told(ChangeSet change, long count, List<ChangedPin> named) {
    private static final int SHOWN = 100;
    private static final long FEW = 10;

    /** The latest first. */
    static List<Told> latest(Workspace workspace) {
        List<ChangeSet> changes = ChangeSet.<ChangeSet>find(
                        "from ChangeSet c join fetch c.actor left join fetch c.undoneBy left join fetch c.moment where c.workspace = ?1"
                                + " order by c.madeAt desc, c.id desc",
                        workspace)
                .page(0, SHOWN)
                .list();
        Map<Long, Long> counts = counts(changes);
        List<ChangeSet> few = changes.stream()
                .filter(change -> counts.getOrDefault(change.id, 0L) <= FEW)
                .toList();
        Map<Long, List<ChangedPin>> named = ChangedPin.<ChangedPin>list(
                        "from ChangedPin p join fetch p.pin where p.changeSet in ?1 order by p.id", few)
                .stream()
                .collect(Collectors.groupingBy(changed -> changed.changeSet().id));
        return changes.stream()
                .map(change ->
                        new Told(change, counts.getOrDefault(change.id, 0L), named.getOrDefault(change.id, List.of())))
                .toList();
    }

    private static Map<Long, Long> counts(List<ChangeSet> changes) {
        return Panache.getEntityManager()
                .createQuery(
                        "select p.changeSet.id, count(p) from ChangedPin p where p.changeSet in ?1 group by p.changeSet.id",
                        Object[].class)
                .setParameter(1, changes)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /** moved “No-bake lemon tart”; deleted 7 pins */
    public String words() {
        String name = named.size() == 1 ? named.get(0).pin().name() : change.momentName();
        return change.words() + " " + (name == null ? count + " pins" : "“" + name + "”");
    }

    /** Of a single one that moved; else null. */
    public String from(ZoneId zone) {
        return named.size() == 1 ? named.get(0).from(zone) : null;
    }

    /** One is named already. */
    public boolean several() {
        return named.size() > 1;
    }

    public boolean undoable(Instant now) {
        return change.past(now) == null;
    }
}
