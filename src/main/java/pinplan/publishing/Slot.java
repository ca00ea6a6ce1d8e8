package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.pin.Pin;

/**
 * What else an account has in the minute of a pin, and in the fullest 24 hours that it is in.
 *
 * @param shared  another pin wants the minute, be it only a draft
 * @param held    Publer has an order for another pin in it
 * @param foreign Publer, when it was last read, held one in it that was made there: it refuses a second
 * @param ours    how many other pins go out, or went, in the 24 hours
 * @param all     the same with those that were made in Publer: they count against its cap
 */
record Slot(boolean shared, boolean held, boolean foreign, long ours, long all) {
    private static final String ORDERS = FullestDay.orders("a.publer_id", "p.publish_at", "p.id");

    private static final String FOREIGN = "select f.publish_at, 1 from foreign_post f where f.account_id = a.id"
            + " and f.workspace_id = p.workspace_id and " + FullestDay.around("p.publish_at", "f.publish_at");

    private static final String ASK = """
            select p.id,
              exists (select from pin o join account oa on oa.id = o.account_id
                where o.publish_at = p.publish_at and oa.publer_id = a.publer_id and o.id <> p.id and o.deleted_at is null),
              exists (select from publication q where q.publer_account_id = a.publer_id and q.publish_at = p.publish_at
                and q.pin_id <> p.id and q.state not in %s),
              exists (select from foreign_post f where f.account_id = a.id and f.workspace_id = p.workspace_id
                and f.publish_at >= p.publish_at and f.publish_at < p.publish_at + interval '1 minute'),
              %s, %s
            from pin p join account a on a.id = p.account_id where p.id = any(:pins) and p.publish_at is not null""".formatted(
                    Neighbours.sql(Neighbours.NOWHERE),
                    FullestDay.count("p.publish_at", ORDERS),
                    FullestDay.count("p.publish_at", ORDERS + " union all " + FOREIGN));

    /** By the pin's id; of a pin without an account or a time there is none. */
    @SuppressWarnings("unchecked")
    static Map<Long, Slot> of(Collection<Pin> pins) {
        List<Object[]> rows = Panache.getEntityManager()
                .createNativeQuery(ASK)
                .setParameter("pins", pins.stream().map(pin -> pin.id).toArray(Long[]::new))
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> (Long) row[0],
                        row -> new Slot(
                                (Boolean) row[1], (Boolean) row[2], (Boolean) row[3], (Long) row[4], (Long) row[5])));
    }
}
