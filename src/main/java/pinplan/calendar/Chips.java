package pinplan.calendar;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import pinplan.team.Workspace;

/**
 * Reads chips of one workspace: one query per view, however many pins there are. What was made in Publer itself is read
 * by the same query, from the table foreign_post; who fills it is not known here.
 */
final class Chips {
    static final String OURS = "pin.workspace_id = :workspace and pin.deleted_at is null";
    static final String IN_SPAN = " and pin.publish_at >= :begin and pin.publish_at < :end";
    static final String THEIRS = "post.workspace_id = :workspace and post.publish_at >= :begin"
            + " and post.publish_at < :end and exists (select 1 from account"
            + " where account.id = post.account_id and account.retired_at is null)";
    private static final String IN_TIME = "publish_at, chosen.made_there, chosen.id";
    private static final String LATEST = "pin.updated_at desc, pin.id desc";

    private final Workspace workspace;
    private final Filters filters;
    private final ColourBy colour;
    private final Instant now;

    Chips(Workspace workspace, Filters filters, ColourBy colour, Instant now) {
        this.workspace = workspace;
        this.filters = filters;
        this.colour = colour;
        this.now = now;
    }

    /**
     * The first so many of each cell; where that is more than fits a page, the first of each before the second of any,
     * so that no cell looks empty which is not. Each cell reads its own few by the index of times, and counts in it.
     */
    List<ChipRow> firstOfEach(Cells cells, int most, int mostInAll) {
        String chosen = """
                select id, made_there, cell, total from (
                  select spot.id, spot.made_there, cells.cell, counted.total,
                    row_number() over (partition by cells.cell order by spot.at, spot.made_there, spot.id) as place
                  from %s
                  cross join lateral (select count(*) as total from (%s) every) counted
                  cross join lateral (select shown.* from (%s) shown
                    order by shown.at, shown.made_there, shown.id limit :most) spot) numbered
                order by place, cell limit :mostInAll""".formatted(Cells.EACH, inCell(""), inCell(" order by publish_at, id limit :most"));
        return rows(
                cells.bind(query(chosen, IN_TIME)).setParameter("most", most).setParameter("mostInAll", mostInAll));
    }

    /** In the order of time. Each kind reads no further than the page reaches, by its own index. */
    List<Chip> in(Span span, int first, int most) {
        String chosen = "select shown.id, shown.made_there, 0 as cell, cast(0 as bigint) as total from ("
                + shown(" order by publish_at, id limit :reach")
                + ") shown order by shown.at, shown.made_there, shown.id limit :most offset :first";
        return chips(in(span, query(chosen, IN_TIME))
                .setParameter("reach", first + most)
                .setParameter("first", first)
                .setParameter("most", most));
    }

    /** Those without a time, the latest first. */
    List<ChipRow> unscheduled(int first, int most) {
        String chosen = "select pin.id, false as made_there, 0 as cell, count(*) over () as total from pin where "
                + scope() + " and pin.publish_at is null order by " + LATEST + " limit :most offset :first";
        return rows(query(chosen, LATEST).setParameter("first", first).setParameter("most", most));
    }

    /** All of them, the latest time first and those without one before. */
    List<Chip> all(int first, int most) {
        String order = "pin.publish_at desc nulls first, pin.id desc";
        String chosen = "select pin.id, false as made_there, 0 as cell, cast(0 as bigint) as total from pin where "
                + scope() + " order by " + order + " limit :most offset :first";
        return chips(query(chosen, order).setParameter("first", first).setParameter("most", most));
    }

    /**
     * As their board would show them: what is planned above what is out, the latest of each first. Each kind reads no further
     * than the page reaches.
     */
    List<Chip> onBoard(int first, int most) {
        String kind = "(select pin.id, pin.publish_at as at, %s as planned from pin where " + scope()
                + " and %s order by pin.publish_at desc, pin.id desc limit :reach)";
        String chosen = "select shown.id, false as made_there, 0 as cell, cast(0 as bigint) as total from ("
                + kind.formatted("true", "pin.status <> 'PUBLISHED' and pin.publish_at is not null") + " union all "
                + kind.formatted("false", "pin.status = 'PUBLISHED'")
                + ") shown order by shown.planned desc, shown.at desc, shown.id desc limit :most offset :first";
        return chips(query(chosen, "pin.status = 'PUBLISHED', pin.publish_at desc, pin.id desc")
                .setParameter("reach", first + most)
                .setParameter("first", first)
                .setParameter("most", most));
    }

    long count(Span span) {
        return ((Number) in(span, plain("select count(*) from (" + shown("") + ") shown"))
                        .getSingleResult())
                .longValue();
    }

    long countUnscheduled() {
        return ((Number) plain("select count(*) from pin where " + scope() + " and pin.publish_at is null")
                        .getSingleResult())
                .longValue();
    }

    /**
     * Day, account (or null), how many: of all pins, whatever is filtered. What was made in Publer itself counts: the cap is
     * Publer's own.
     */
    static List<Object[]> loads(Workspace workspace, Span span) {
        String sql = """
                select width_bucket(planned.at, %s) as day, planned.account_id, count(*)
                from (select pin.publish_at as at, pin.account_id from pin where %s
                  union all select post.publish_at, post.account_id from foreign_post post where %s) planned
                group by 1, 2 order by 1, 3 desc""".formatted(Cells.BOUNDS, OURS + IN_SPAN, THEIRS);
        return session()
                .createNativeQuery(sql, Object[].class)
                .setParameter("workspace", workspace.id)
                .setParameter("begin", span.begin())
                .setParameter("end", span.end())
                .setParameter("bounds", Cells.ofDays(span).bounds())
                .list();
    }

    Chip chip(ChipRow row) {
        return Chip.of(row, workspace.zone, colour, now);
    }

    private List<Chip> chips(NativeQuery<Object[]> query) {
        return rows(query).stream().map(this::chip).toList();
    }

    private static List<ChipRow> rows(NativeQuery<Object[]> query) {
        return ChipRow.typed(query).list().stream().map(ChipRow::of).toList();
    }

    /**
     * Pins of ours and, where the filters let them in, those that were made in Publer itself.
     *
     * @param reach how many of each, and in which order; empty: all
     */
    private String shown(String reach) {
        String ours =
                "(select pin.id, pin.publish_at as at, false as made_there from pin where " + scope() + IN_SPAN + reach;
        return filters.reachBeyondOurs()
                ? ours + ") union all (select post.id, post.publish_at, true from foreign_post post where " + THEIRS
                        + filters.conditionsBeyondOurs() + reach + ")"
                : ours + ")";
    }

    private String inCell(String reach) {
        return shown(reach).replace(":begin", "cells.begins").replace(":end", "cells.ends");
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
        return filters.bind(query, now);
    }

    private static <Q extends NativeQuery<?>> Q in(Span span, Q query) {
        query.setParameter("begin", span.begin()).setParameter("end", span.end());
        return query;
    }

    private static Session session() {
        return Panache.getEntityManager().unwrap(Session.class);
    }
}
