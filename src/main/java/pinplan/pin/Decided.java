package pinplan.pin;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import pinplan.pin.PinEvent.Kind;

/**
 * What was last decided on a pin before it became what it is now, as far as that concerns who looks: what they agreed to
 * themself; else what was approved; else that of which changes were asked for, by them before by others; else what was sent to
 * review. What nobody approved is no guest's business, but for what they asked for themself.
 *
 * @param event when it was decided on, or sent; of its revision
 */
public record Decided(Revision now, PinEvent event, boolean yours) {
    private static final String YOURS =
            "(e.kind <> 'SUBMITTED' and coalesce(e.actor_id = :member or e.guest_id = :guest, false))";
    private static final String AGREED = "e.kind in ('AGREED', 'APPROVED', 'TAKEN_OVER')";

    /**
     * A revision that was approved and is asked for anew, since only its time is another, is compared with itself, and so is one
     * that was sent again as it was.
     */
    private static final String LAST =
            "select n.id, (select e.id from pin_event e join revision r on r.id = e.revision_id"
                    + " where e.pin_id = n.pin_id"
                    + " and e.kind in ('SUBMITTED', 'AGREED', 'APPROVED', 'TAKEN_OVER', 'CHANGES_REQUESTED')"
                    + " and (:guest = -1 or e.kind in ('AGREED', 'APPROVED', 'TAKEN_OVER') or " + YOURS + ")"
                    + " and (r.number < n.number and (e.kind <> 'AGREED' or " + YOURS + ")"
                    + " or r.number = n.number and e.kind in ('APPROVED', 'TAKEN_OVER', 'CHANGES_REQUESTED'))"
                    + " order by (" + AGREED + " and " + YOURS + ") desc, " + AGREED + " desc, " + YOURS + " desc,"
                    + " e.kind <> 'SUBMITTED' desc, r.number desc, e.id desc limit 1)"
                    + " from revision n where n.id in (:now)";

    /** Of those of them that anybody decided on or sent before. */
    @SuppressWarnings("unchecked")
    public static List<Decided> before(List<Revision> now, Actor looks) {
        if (now.isEmpty()) {
            return List.of();
        }
        List<Object[]> rows = Revision.getEntityManager()
                .createNativeQuery(LAST)
                .setParameter("member", looks.member() == null ? -1 : looks.member().id)
                .setParameter(
                        "guest", looks.guest() == null ? -1 : looks.guest().id())
                .setParameter("now", now.stream().map(revision -> revision.id).toList())
                .getResultList();
        Map<Long, PinEvent> events = events(rows);
        Map<Long, Revision> asked =
                now.stream().collect(Collectors.toMap(revision -> revision.id, Function.identity()));
        return rows.stream()
                .filter(row -> row[1] != null)
                .map(row -> of(asked.get(row[0]), events.get(row[1]), looks))
                .toList();
    }

    private static Map<Long, PinEvent> events(List<Object[]> rows) {
        List<Object> found =
                rows.stream().map(row -> row[1]).filter(id -> id != null).toList();
        return found.isEmpty()
                ? Map.of()
                : PinEvent.<PinEvent>list(
                                "from PinEvent e join fetch e.revision left join fetch e.actor where e.id in ?1", found)
                        .stream()
                        .collect(Collectors.toMap(event -> event.id, Function.identity()));
    }

    private static Decided of(Revision now, PinEvent event, Actor looks) {
        boolean theirs = looks.guest() == null
                ? looks.is(event.actor)
                : event.guestId != null && event.guestId == looks.guest().id();
        return new Decided(now, event, theirs && event.kind != Kind.SUBMITTED);
    }

    public Revision before() {
        return event.revision;
    }

    /** Nothing of it, or nothing but its time. */
    public boolean same() {
        return before().fingerprint.equals(now.fingerprint);
    }

    public boolean agreed() {
        return !asked() && event.kind != Kind.SUBMITTED;
    }

    /** Whether changes were asked for; what should change is the event's note. */
    public boolean asked() {
        return event.kind == Kind.CHANGES_REQUESTED;
    }
}
