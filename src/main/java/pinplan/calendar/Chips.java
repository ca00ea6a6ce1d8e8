package pinplan.calendar;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import pinplan.media.Media;
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
    private final Names names;

    Chips(Workspace workspace, Filters filters, ColourBy colour, Instant now, Choices known) {
        this.workspace = workspace;
        this.filters = filters;
        this.colour = colour;
        this.now = now;
        this.names = new Names(workspace, known);
    }

    /**
     * The first so many of each cell; where that is more than fits a page, the first of each before the second of any,
     * so that no cell looks empty which is not. Each cell reads its own few by the index of times. Beside them, in the cell
     * {@link Tray#CELL}, those that wait for a time.
     */
    Map<Integer, List<ChipRow>> firstOfEach(Cells cells, int most, int mostInAll) {
        String chosen = """
                (select id, made_there, cell, cast(0 as bigint) as total, place from (
                  select spot.id, spot.made_there, cells.cell,
                    row_number() over (partition by cells.cell order by spot.at, spot.made_there, spot.id) as place
                  from %s
                  cross join lateral (select shown.* from (%s) shown
                    order by shown.at, shown.made_there, shown.id limit :most) spot) numbered
                order by place, cell limit :mostInAll)
                union all (%s)""".formatted(Cells.EACH, inCell(" order by publish_at, id limit :most"), unscheduled());
        return rows(cells.bind(query(chosen, "chosen.place"))
                        .setParameter("most", most)
                        .setParameter("mostInAll", mostInAll)
                        .setParameter("first", 0)
                        .setParameter("waiting", Tray.SHOWN))
                .stream()
                .collect(Collectors.groupingBy(ChipRow::cell));
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
        return rows(query(unscheduled(), "chosen.place")
                .setParameter("first", first)
                .setParameter("waiting", most));
    }

    private String unscheduled() {
        return "select pin.id, false as made_there, " + Tray.CELL + " as cell, count(*) over () as total,"
                + " row_number() over (order by " + LATEST + ") as place from pin where " + scope()
                + " and pin.publish_at is null order by " + LATEST + " limit :waiting offset :first";
    }

    /** All of them, the first to go out first and those without a time at the end. */
    List<Chip> all(int first, int most) {
        return chips(ours("", "pin.publish_at nulls last, pin.id")
                .setParameter("first", first)
                .setParameter("most", most));
    }

    /** Those that are not out, the next first and those without a time at the end. */
    List<Chip> toGoOut(int most) {
        return chips(ours(" and pin.status <> 'PUBLISHED'", "pin.publish_at nulls last, pin.id")
                .setParameter("first", 0)
                .setParameter("most", most));
    }

    /** Those that show it or have it as a cover, the latest first. */
    List<Chip> showing(Media media, int most) {
        String shown = " and exists (select from pin_media where pin_media.pin_id = pin.id"
                + " and (pin_media.media_id = :media or pin_media.cover_id = :media))";
        return chips(ours(shown, "pin.id desc")
                .setParameter("media", media.id)
                .setParameter("first", 0)
                .setParameter("most", most));
    }

    private NativeQuery<Object[]> ours(String condition, String order) {
        String chosen = "select pin.id, false as made_there, 0 as cell, cast(0 as bigint) as total from pin where "
                + scope() + condition + " order by " + order + " limit :most offset :first";
        return query(chosen, order);
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
     * The number of a cell's beginning, account (or null), how many, whatever is filtered, and how many of these are to be
     * shown. What was made in Publer itself counts: the cap is Publer's own. All are found in the index of times alone; who
     * filters has those that are to be shown found by themselves, as another index may know them better.
     */
    List<Object[]> counts(Cells cells) {
        boolean all = !filters.any();
        String sql = """
                select width_bucket(counted.at, %1$s) as place, counted.account_id,
                  count(*) filter (where counted.planned) as planned, count(*) filter (where counted.shown) as shown
                from (select pin.publish_at as at, pin.account_id, true as planned, %2$s as shown from pin where %3$s
                  union all select post.publish_at, post.account_id, true, %2$s from foreign_post post where %4$s%5$s) counted
                group by 1, 2""".formatted(
                        Cells.BOUNDS,
                        all,
                        OURS + IN_SPAN,
                        THEIRS,
                        all ? "" : " union all select found.at, null, false, true from (" + shown("") + ") found");
        NativeQuery<Object[]> query = bound(session().createNativeQuery(sql, Object[].class));
        return query.setParameter("begin", cells.begin())
                .setParameter("end", cells.end())
                .setParameter("bounds", cells.bounds())
                .addScalar("place", Integer.class)
                .addScalar("account_id", Long.class)
                .addScalar("planned", Long.class)
                .addScalar("shown", Long.class)
                .list();
    }

    Chip chip(ChipRow row) {
        return Chip.of(row, workspace.zone, colour, now);
    }

    private List<Chip> chips(NativeQuery<Object[]> query) {
        return rows(query).stream().map(this::chip).toList();
    }

    private List<ChipRow> rows(NativeQuery<Object[]> query) {
        return names.in(ChipRow.typed(query).list());
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
