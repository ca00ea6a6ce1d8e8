package pinplan.pin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.web.Formats;

/**
 * Another pin that a reader would take for the same: Pinterest favours what is new.
 *
 * @param words which one, and in what it is the same
 */
public record Alike(String words, String href) {
    private static final String FIRST_OF_EACH = """
            select p.id, a.words, a.id as other, a.title, a.link, a.publish_at
            from pin p cross join lateral (
              (select 1 as rule, '%s has the same title.' as words, o.id, o.title, o.link, o.publish_at from pin o
               where o.workspace_id = p.workspace_id and o.id <> p.id and o.deleted_at is null
                 and o.title <> '' and lower(o.title) = lower(p.title) limit 1)
              union all
              (select 2, '%s leads to the same page from the same board.', o.id, o.title, o.link, o.publish_at from pin o
               where o.workspace_id = p.workspace_id and o.id <> p.id and o.deleted_at is null
                 and o.board_id = p.board_id and o.destination_id = p.destination_id limit 1)
              union all
              (select 3, '%s begins with the same picture.', o.id, o.title, o.link, o.publish_at
               from pin_media mine join pin_media theirs on theirs.media_id = mine.media_id and theirs.position = 0
               join pin o on o.id = theirs.pin_id
               where mine.pin_id = p.id and mine.position = 0
                 and o.workspace_id = p.workspace_id and o.id <> p.id and o.deleted_at is null limit 1)) a
            where p.id = any(:pins) order by p.id, a.rule""";

    private static Alike of(Object[] row, ZoneId zone) {
        Instant at = (Instant) row[5];
        // Also where it has a title: that may be what is the same.
        String which = "“%s”%s"
                .formatted(
                        Called.by((String) row[3], (String) row[4]),
                        at == null ? "" : " (%s)".formatted(Formats.moment(at, zone)));
        return new Alike(((String) row[1]).formatted(which), PinPage.at((Long) row[2]));
    }

    static List<Alike> to(Pin pin) {
        return to(List.of(pin)).getOrDefault(pin.id, List.of());
    }

    /** Of those of them that have one, by the pin's id. All are of one workspace. */
    @SuppressWarnings("unchecked")
    public static Map<Long, List<Alike>> to(Collection<Pin> pins) {
        if (pins.isEmpty()) {
            return Map.of();
        }
        ZoneId zone = pins.iterator().next().workspace().zone;
        List<Object[]> rows = Pin.getEntityManager()
                .createNativeQuery(FIRST_OF_EACH)
                .setParameter("pins", pins.stream().map(pin -> pin.id).toArray(Long[]::new))
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.mapping(row -> of(row, zone), Collectors.toList())));
    }
}
