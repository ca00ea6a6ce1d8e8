package pinplan.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import pinplan.publer.Connection;

/**
 * What a claim has to know of some orders of one workspace whose rows it holds, asked once for all of them.
 *
 * @param connection      where they are sent; null: the workspace has none
 * @param rememberedSince since when the database surely remembers what was sent
 * @param there           what Publer has of their media, by our number
 * @param othersInTheDay  by the order's id
 */
record Circumstances(
        Connection connection,
        Instant rememberedSince,
        Map<Long, AtPubler> there,
        Map<Long, Long> othersInTheDay,
        Instant now) {

    static Circumstances of(List<Publication> orders, Connection connection, Instant rememberedSince, Instant now) {
        return new Circumstances(
                connection,
                rememberedSince,
                connection == null
                        ? Map.of()
                        : PublerMediaId.there(
                                orders.stream()
                                        .flatMap(order -> PublerMediaId.uploads(order.revision.content).stream())
                                        .toList(),
                                connection.publerWorkspaceId(),
                                now),
                Publication.othersInTheDay(orders),
                now);
    }

    /** How many other pins of the account go out, or went, in the 24 hours up to its time. */
    long othersInTheDay(Publication order) {
        return othersInTheDay.getOrDefault(order.id, 0L);
    }
}
