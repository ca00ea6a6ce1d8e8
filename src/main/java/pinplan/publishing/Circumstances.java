package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pinplan.database.DatabaseMemory.Reading;
import pinplan.publer.Connection;

/**
 * Some orders of one workspace whose rows a claim holds, with all of them that is sent, and what it has to know beside:
 * asked once for all of them.
 *
 * @param othersInTheDay  of each order, how many other pins of its account go out, or went, in the fullest 24 hours it is in;
 *                        what is due first comes first
 * @param connection      where they are sent; null: the workspace has none
 * @param there           what Publer has of their media, by our number
 * @param reading         of the database's clock, and since when it surely remembers what was sent
 */
record Circumstances(
        Map<Publication, Long> othersInTheDay, Connection connection, Map<Long, AtPubler> there, Reading reading) {
    /** What HQL can't say goes to PostgreSQL as it is, with these in place of its question marks. */
    private static final String OTHERS = "cast(sql('"
            + FullestDay.count("?", FullestDay.orders("?", "?", "?")).replace("'", "''")
            + "', p.publishAt, p.publerAccountId, p.pin.id, p.publishAt, p.publishAt, p.publishAt) as Long)";

    private static final String ORDERS = "select p, c, " + OTHERS
            + " from Publication p join fetch p.workspace join fetch p.revision join fetch p.pin i"
            + " left join fetch i.account left join fetch i.board left join fetch i.shots s"
            + " left join fetch s.media left join fetch s.cover"
            + " left join PublerConnection c on c.workspaceId = p.workspace.id where p.id" + Batch.IN
            + " order by p.dueAt, p.id";

    static Circumstances of(List<Long> ids, Reading reading) {
        TypedQuery<Object[]> orders = Batch.set(Panache.getEntityManager().createQuery(ORDERS, Object[].class), ids);
        Map<Publication, Long> othersInTheDay = new LinkedHashMap<>();
        Connection connection = null;
        // One with several pictures comes several times.
        for (Object[] row : orders.getResultList()) {
            othersInTheDay.put((Publication) row[0], (Long) row[2]);
            connection = (Connection) row[1];
        }
        return new Circumstances(othersInTheDay, connection, there(othersInTheDay, connection, reading.now()), reading);
    }

    private static Map<Long, AtPubler> there(Map<Publication, Long> orders, Connection connection, Instant now) {
        return connection == null
                ? Map.of()
                : PublerMediaId.there(
                        orders.keySet().stream()
                                .flatMap(order -> PublerMediaId.uploads(order.revision.content).stream())
                                .toList(),
                        connection.publerWorkspaceId(),
                        now);
    }

    Instant now() {
        return reading.now();
    }

    List<Publication> orders() {
        return List.copyOf(othersInTheDay.keySet());
    }
}
