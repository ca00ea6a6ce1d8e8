package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pinplan.team.Workspace;

/** Finds media by filters. */
@ApplicationScoped
class Search {
    /** More to choose from is no choice. */
    private static final int MOST_TAGS = 200;

    private final EntityManager database;
    private final MediaLimits limits;
    private final MediaUse use;

    @Inject
    Search(EntityManager database, MediaLimits limits, MediaUse use) {
        this.database = database;
        this.limits = limits;
        this.use = use;
    }

    /**
     * Newest first.
     *
     * @param first how many to leave out
     */
    @SuppressWarnings("unchecked")
    List<Media> newest(Workspace workspace, Filters filters, int first, int most) {
        String sql = "select media.* from media where media.workspace_id = :workspace" + conditions(filters)
                + " order by media.id desc";
        return bound(database.createNativeQuery(sql, Media.class), workspace, filters)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    long count(Workspace workspace, Filters filters) {
        String sql = "select count(*) from media where media.workspace_id = :workspace" + conditions(filters);
        return ((Number) bound(database.createNativeQuery(sql), workspace, filters)
                        .getSingleResult())
                .longValue();
    }

    /** Where nothing is found: what would be, without one of them. */
    List<Way> instead(Workspace workspace, Filters filters) {
        List<Way> ways = new ArrayList<>();
        if (filters.values().size() > 1) {
            filters.values().forEach((filter, value) -> {
                Filters others = filters.with(filter, "");
                long found = count(workspace, others);
                if (found > 0) {
                    ways.add(new Way(
                            "Without “%s”: %d".formatted(filter.words(value).replaceAll("[“”]", ""), found),
                            others.address(1)));
                }
            });
        }
        return ways;
    }

    @SuppressWarnings("unchecked")
    List<String> tags(Workspace workspace) {
        return database.createNativeQuery(
                        "select distinct unnest(tags) as tag from media where workspace_id = :workspace and tags <> '{}'"
                                + " and binned_at is null"
                                + " order by tag")
                .setParameter("workspace", workspace.id)
                .setMaxResults(MOST_TAGS)
                .getResultList();
    }

    private String conditions(Filters filters) {
        String place = filters.bin()
                ? " and media.binned_at is not null and media.emptied_at is null"
                : " and media.binned_at is null";
        return filters.values().keySet().stream()
                .map(filter -> " and " + (filter == Filter.UNUSED ? use.unused() : filter.condition))
                .collect(Collectors.joining("", place, ""));
    }

    private Query bound(Query query, Workspace workspace, Filters filters) {
        query.setParameter("workspace", workspace.id);
        filters.values().forEach((filter, value) -> {
            switch (filter) {
                case TEXT -> query.setParameter("q", "%" + literal(value) + "%");
                case TAG -> query.setParameter("tag", value);
                case KIND -> query.setParameter("kind", (value.equals("video") ? Kind.VIDEO : Kind.PHOTO).name());
                case SMALL ->
                    query.setParameter("goodWidth", limits.goodWidth()).setParameter("goodHeight", limits.goodHeight());
                case SHAPE -> query.setParameter("tallest", limits.tallest());
                case UNUSED, UNDESCRIBED -> {}
            }
        });
        return query;
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
