package pinplan.calendar;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import pinplan.team.Workspace;

/** Reads chips of one workspace: one query per view, however many pins there are. */
final class Chips {
    private static final String OURS = "pin.workspace_id = :workspace and pin.deleted_at is null";
    private static final String IN_SPAN = " and pin.publish_at >= :begin and pin.publish_at < :end";
    private static final String IN_TIME = "pin.publish_at, pin.id";
    private static final String LATEST = "pin.updated_at desc, pin.id desc";

    private final Workspace workspace;
    private final Filters filters;
    private final Instant now;

    Chips(Workspace workspace, Filters filters, Instant now) {
        this.workspace = workspace;
        this.filters = filters;
        this.now = now;
    }

    /** The first so many of each day. */
    List<ChipRow> firstOfEachDay(Span span, int most) {
        String numbered = """
                select pin.id, spot.day,
                  row_number() over (partition by spot.day order by pin.publish_at, pin.id) as place,
                  count(*) over (partition by spot.day) as total
                from pin
                cross join lateral (select width_bucket(pin.publish_at, cast(:bounds as timestamptz[])) as day) spot
                where %s""".formatted(scope() + IN_SPAN);
        String chosen = "select id, day, total from (" + numbered + ") numbered where place <= :most";
        return rows(in(span, query(chosen, IN_TIME))
                .setParameter("bounds", span.bounds())
                .setParameter("most", most));
    }

    /**
     * The first so many of each hour; where that is more than fits a page, the first of each before the second of any,
     * so that no hour looks empty which is not.
     */
    List<ChipRow> firstOfEachHour(Span span, int most, int mostInAll) {
        HourBounds hours = HourBounds.of(span);
        String numbered = """
                select pin.id, spot.cell,
                  row_number() over (partition by spot.cell order by pin.publish_at, pin.id) as place,
                  count(*) over (partition by spot.cell) as total
                from pin
                cross join lateral (select (cast(:cells as int[]))[
                  width_bucket(pin.publish_at, cast(:bounds as timestamptz[]))] as cell) spot
                where %s""".formatted(scope() + IN_SPAN);
        String chosen = "select id, cell as day, total from (" + numbered
                + ") numbered where place <= :most order by place, cell limit :mostInAll";
        return rows(in(span, query(chosen, IN_TIME))
                .setParameter("bounds", hours.bounds())
                .setParameter("cells", hours.places())
                .setParameter("most", most)
                .setParameter("mostInAll", mostInAll));
    }

    /** In the order of time. */
    List<Chip> in(Span span, int first, int most) {
        String chosen = "select pin.id, 0 as day, cast(0 as bigint) as total from pin where " + scope() + IN_SPAN
                + " order by " + IN_TIME + " limit :most offset :first";
        return chips(
                in(span, query(chosen, IN_TIME)).setParameter("first", first).setParameter("most", most));
    }

    /** Those without a time, the latest first. */
    List<ChipRow> unscheduled(int first, int most) {
        String chosen = "select pin.id, 0 as day, count(*) over () as total from pin where " + scope()
                + " and pin.publish_at is null order by " + LATEST + " limit :most offset :first";
        return rows(query(chosen, LATEST).setParameter("first", first).setParameter("most", most));
    }

    /** All of them, the latest time first and those without one before. */
    List<Chip> all(int first, int most) {
        String order = "pin.publish_at desc nulls first, pin.id desc";
        String chosen = "select pin.id, 0 as day, cast(0 as bigint) as total from pin where " + scope() + " order by "
                + order + " limit :most offset :first";
        return chips(query(chosen, order).setParameter("first", first).setParameter("most", most));
    }

    long count(Span span) {
        return ((Number) in(span, plain("select count(*) from pin where " + scope() + IN_SPAN))
                        .getSingleResult())
                .longValue();
    }

    long countUnscheduled() {
        return ((Number) plain("select count(*) from pin where " + scope() + " and pin.publish_at is null")
                        .getSingleResult())
                .longValue();
    }

    /** Day, account (or null), how many: of all pins, whatever is filtered. */
    static List<Object[]> loads(Workspace workspace, Span span) {
        String sql = """
                select width_bucket(pin.publish_at, cast(:bounds as timestamptz[])) as day, pin.account_id, count(*)
                from pin where %s group by 1, 2 order by 1, 3 desc""".formatted(OURS + IN_SPAN);
        return session()
                .createNativeQuery(sql, Object[].class)
                .setParameter("workspace", workspace.id)
                .setParameter("begin", span.begin())
                .setParameter("end", span.end())
                .setParameter("bounds", span.bounds())
                .list();
    }

    Chip chip(ChipRow row) {
        return Chip.of(row, workspace.zone, now);
    }

    private List<Chip> chips(NativeQuery<Object[]> query) {
        return rows(query).stream().map(this::chip).toList();
    }

    private static List<ChipRow> rows(NativeQuery<Object[]> query) {
        return ChipRow.typed(query).list().stream().map(ChipRow::of).toList();
    }

    private String scope() {
        return OURS + filters.conditions();
    }

    private NativeQuery<Object[]> query(String chosen, String order) {
        return bound(session().createNativeQuery(ChipRow.sql(chosen, order), Object[].class));
    }

    private NativeQuery<?> plain(String sql) {
        return bound(session().createNativeQuery(sql, Object.class));
    }

    private <Q extends NativeQuery<?>> Q bound(Q query) {
        query.setParameter("workspace", workspace.id);
        return filters.bind(query);
    }

    private static <Q extends NativeQuery<?>> Q in(Span span, Q query) {
        query.setParameter("begin", span.begin()).setParameter("end", span.end());
        return query;
    }

    private static Session session() {
        return Panache.getEntityManager().unwrap(Session.class);
    }
}
