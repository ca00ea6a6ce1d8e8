package pinplan.review;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pinplan.pin.Pin;
import pinplan.web.Paging;

/** What is said about some pins, so many threads at a time, and of each so many answers: the latest, unless one turned elsewhere. */
final class Threads {
    /** As many as a pin's page bears, and a few more than most pins ever get. */
    static final int SIZE = 25;

    /** What one wants to have read before answering; the rest is a link away. */
    static final int ANSWERS = 10;

    private static final String LEFT =
            "(t.deleted_at is null or exists (select 1 from comment a where a.thread_id = t.id and a.deleted_at is null))";

    private static final String COUNTED =
            "select count(*) from comment t where t.pin_id = :pin and t.thread_id is null and ";

    /** Which threads, and how an address asks for a page of them. */
    enum Kind {
        OPEN("comments", "t.resolved_at is null and " + LEFT),
        CLOSED("resolved", "not (t.resolved_at is null and " + LEFT + ")"),
        /** What guests read of it, settled or not. */
        EXTERNAL("comments", "t.audience = 'EXTERNAL' and " + LEFT);

        final String name;
        private final String which;

        Kind(String name, String which) {
            this.name = name;
            this.which = which;
        }
    }

    private final List<Long> pins;
    private final Kind kind;
    private final Turn turn;

    private Threads(List<Long> pins, Kind kind) {
        this.pins = pins;
        this.kind = kind;
        turn = Turn.in(pins, kind, Passage.inForce());
    }

    static Paging<CommentThread> of(Pin pin, Kind kind) {
        return of(List.of(pin), kind).get(pin.id);
    }

    /** In the order in which they were begun; what is more is earlier. */
    static Map<Long, Paging<CommentThread>> of(List<Pin> pins, Kind kind) {
        return pins.isEmpty()
                ? Map.of()
                : new Threads(pins.stream().map(pin -> pin.id).toList(), kind).read();
    }

    static long count(Pin pin, Kind kind) {
        return number(COUNTED + kind.which, pin.id, null);
    }

    static boolean has(Kind kind, Comment first) {
        return number(COUNTED + kind.which + " and t.id = :comment", first.pin.id, first.id) == 1;
    }

    /** How many were begun after this one. */
    static long after(Kind kind, Comment first) {
        return number(COUNTED + kind.which + " and t.id > :comment", first.pin.id, first.id);
    }

    private static long number(String query, Long pin, Long comment) {
        Query asked = Panache.getEntityManager().createNativeQuery(query).setParameter("pin", pin);
        if (comment != null) {
            asked.setParameter("comment", comment);
        }
        return ((Number) asked.getSingleResult()).longValue();
    }

    private Map<Long, Paging<CommentThread>> read() {
        Map<Long, List<Long>> firsts = firsts();
        Map<Long, CommentThread> threads =
                threads(firsts.values().stream().flatMap(List::stream).toList());
        Map<Long, Paging<CommentThread>> read = new HashMap<>();
        for (Long pin : pins) {
            List<Long> ids = firsts.getOrDefault(pin, List.of());
            List<CommentThread> shown =
                    ids.stream().limit(SIZE).sorted().map(threads::get).toList();
            read.put(pin, new Paging<>(shown, pin.equals(turn.pin()) ? turn.page() : 1, ids.size() > SIZE));
        }
        return read;
    }

    /** By pin, the latest first, and one more than is shown. */
    @SuppressWarnings("unchecked")
    private Map<Long, List<Long>> firsts() {
        List<Object[]> rows = Panache.getEntityManager()
                .createNativeQuery("select p.id, f.id from pin p cross join lateral (select t.id from comment t"
                        + " where t.pin_id = p.id and t.thread_id is null and " + kind.which
                        + " order by t.id desc offset case when p.id = :pin then :skipped else 0 end limit :most) f"
                        + " where p.id in (:pins) order by f.id desc")
                .setParameter("pin", turn.pin() == null ? -1 : turn.pin())
                .setParameter("skipped", turn.skipped())
                .setParameter("most", SIZE + 1)
                .setParameter("pins", pins)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.mapping(row -> (Long) row[1], Collectors.toList())));
    }

    private Map<Long, CommentThread> threads(List<Long> firsts) {
        if (firsts.isEmpty()) {
            return Map.of();
        }
        List<Long> ids = new ArrayList<>(firsts);
        ids.addAll(answers(firsts));
        Map<Long, long[]> tallies = tallies(firsts);
        return these(ids).stream().collect(Collectors.groupingBy(comment -> comment.first().id)).values().stream()
                .map(said -> thread(said, tallies.getOrDefault(said.get(0).id, new long[2])))
                .collect(Collectors.toMap(thread -> thread.first().id, thread -> thread));
    }

    /** @param said its first, and then one answer more than is shown, where there is one */
    private CommentThread thread(List<Comment> said, long[] tally) {
        Comment first = said.get(0);
        List<Comment> answers = said.subList(1, said.size());
        boolean more = answers.size() > ANSWERS;
        List<Comment> shown = List.copyOf(more ? answers.subList(1, answers.size()) : answers);
        long later = first.id.equals(turn.thread()) ? turn.after() : 0;
        return new CommentThread(
                first,
                shown,
                tally[0] - shown.size() - later,
                more ? answers.get(0).id : null,
                later,
                !first.deleted() || tally[1] > 0);
    }

    /** In the order in which they were said, those that begin a thread before all others. */
    private static List<Comment> these(List<Long> ids) {
        return Comment.list(
                "select c from Comment c left join fetch c.author left join fetch c.resolvedBy left join fetch c.before"
                        + " left join fetch c.mentioned left join fetch c.pointer.picture where c.id in ?1 order by case when c.thread is null then 0 else 1 end, c.id",
                ids);
    }

    /** The last of each, and one more than is shown. */
    @SuppressWarnings("unchecked")
    private List<Long> answers(List<Long> firsts) {
        return Panache.getEntityManager()
                .createNativeQuery(
                        "select a.id from comment t cross join lateral (select id from comment"
                                + " where thread_id = t.id order by id desc"
                                + " offset case when t.id = :thread then :after else 0 end limit :most) a where t.id in (:firsts)")
                .setParameter("thread", turn.thread() == null ? -1 : turn.thread())
                .setParameter("after", turn.after())
                .setParameter("most", ANSWERS + 1)
                .setParameter("firsts", firsts)
                .getResultList();
    }

    /** How many answers each has, and how many of them are not deleted. */
    @SuppressWarnings("unchecked")
    private static Map<Long, long[]> tallies(List<Long> firsts) {
        List<Object[]> rows = Panache.getEntityManager()
                .createNativeQuery("select thread_id, count(*), count(*) filter (where deleted_at is null) from comment"
                        + " where thread_id in (:firsts) group by thread_id")
                .setParameter("firsts", firsts)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (Long) row[0], row ->
                new long[] {((Number) row[1]).longValue(), ((Number) row[2]).longValue()}));
    }
}
