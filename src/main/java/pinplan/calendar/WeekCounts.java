package pinplan.calendar;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import pinplan.team.Workspace;

/**
 * How many pins of each campaign are planned and published in each of some weeks, and how many that were made in Publer itself:
 * one query, however many they are.
 */
record WeekCounts(Map<Long, Map<Integer, Count>> byCampaign) {
    /** Of the pins that chose no campaign. */
    static final Long NO_CAMPAIGN = 0L;
    /** Of those that were made in Publer itself. */
    static final Long THERE = -1L;

    record Count(long planned, long published) {
        static final Count NONE = new Count(0, 0);
    }

    static WeekCounts in(Span span, List<LocalDate> weeks, Workspace workspace, Filters filters, Instant now) {
        var query = Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        """
                        select planned.campaign, width_bucket(planned.at, %s),
                          count(*) filter (where not planned.published), count(*) filter (where planned.published)
                        from (select coalesce(pin.campaign_id, 0) as campaign, pin.publish_at as at,
                          pin.status = 'PUBLISHED' as published from pin where %s%s) planned
                        group by 1, 2""".formatted(Cells.BOUNDS, Chips.OURS + Chips.IN_SPAN + filters.conditions(), there(filters)),
                        Object[].class)
                .setParameter("workspace", workspace.id)
                .setParameter("begin", span.begin())
                .setParameter("end", span.end())
                .setParameter(
                        "bounds",
                        Cells.bounds(weeks.stream()
                                .map(week -> week.atStartOfDay(span.zone()).toInstant())
                                .toList()));
        Map<Long, Map<Integer, Count>> counts = new HashMap<>();
        filters.bind(query, now)
                .list()
                .forEach(row -> counts.computeIfAbsent((Long) row[0], campaign -> new HashMap<>())
                        .put((Integer) row[1] - 1, new Count((Long) row[2], (Long) row[3])));
        return new WeekCounts(counts);
    }

    private static String there(Filters filters) {
        return filters.reachBeyondOurs()
                ? " union all select cast(%d as bigint), post.publish_at, post.published from foreign_post post where "
                                .formatted(THERE)
                        + Chips.THEIRS
                        + filters.conditionsBeyondOurs()
                : "";
    }

    boolean none() {
        return byCampaign.isEmpty();
    }

    boolean any(Long campaign) {
        return byCampaign.containsKey(campaign);
    }

    /** Campaigns only. */
    Set<Long> campaigns() {
        return byCampaign.keySet().stream().filter(id -> id > 0).collect(Collectors.toSet());
    }

    /** @param week its place among the weeks, from 0 */
    Count of(Long campaign, int week) {
        return byCampaign.getOrDefault(campaign, Map.of()).getOrDefault(week, Count.NONE);
    }
}
