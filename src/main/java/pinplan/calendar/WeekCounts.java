package pinplan.calendar;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import pinplan.team.Workspace;

/** How many pins of each campaign are planned and published in each of some weeks: one query, however many they are. */
record WeekCounts(Map<Long, Map<Integer, Count>> byCampaign) {
    /** Of the pins that chose no campaign. */
    static final Long NO_CAMPAIGN = 0L;

    record Count(long planned, long published) {
        static final Count NONE = new Count(0, 0);
    }

    static WeekCounts in(Span span, List<LocalDate> weeks, Workspace workspace, Filters filters, Instant now) {
        var query = Panache.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select coalesce(pin.campaign_id, 0), width_bucket(pin.publish_at, %s),
                          count(*) filter (where pin.status <> 'PUBLISHED'), count(*) filter (where pin.status = 'PUBLISHED')
                        from pin where pin.workspace_id = :workspace and pin.deleted_at is null
                          and pin.publish_at >= :begin and pin.publish_at < :end%s
                        group by 1, 2""".formatted(Cells.BOUNDS, filters.conditions()), Object[].class)
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

    boolean none() {
        return byCampaign.isEmpty();
    }

    boolean any(Long campaign) {
        return byCampaign.containsKey(campaign);
    }

    Set<Long> campaigns() {
        return byCampaign.keySet();
    }

    /** @param week its place among the weeks, from 0 */
    Count of(Long campaign, int week) {
        return byCampaign.getOrDefault(campaign, Map.of()).getOrDefault(week, Count.NONE);
    }
}
