package pinplan.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.query.NativeQuery;

/**
 * What the database says of one chip.
 *
 * @param link where it leads; null for what was made in Publer itself
 * @param width of its picture; null: it has none, or a film, and height: the same
 * @param cell the day or hour that it is shown in
 * @param total how many there are in its cell, or in all
 * @param madeThere whether it was made in Publer itself: then it has its account, title, time and what became of it
 */
record ChipRow(
        Long id,
        String title,
        String link,
        Instant publishAt,
        LocalDateTime plannedFor,
        String plannedZone,
        String status,
        Choice board,
        Choice account,
        CampaignRow campaign,
        Choice author,
        Long mediaId,
        String sha256,
        Integer width,
        Integer height,
        Boolean shared,
        String close,
        Boolean troubled,
        Integer cell,
        Long total,
        Boolean madeThere,
        Boolean published,
        String postLink) {
    /** The columns of what has a name. */
    static final int BOARD = 7;

    static final int ACCOUNT = 8;
    static final int CAMPAIGN = 9;
    static final int AUTHOR = 10;

    /** Whether another pin of its account has the same minute, be it one that was made in Publer itself. */
    static final String SHARED = """
            (exists (select 1 from pin other where other.publish_at = pin.publish_at
              and other.account_id = pin.account_id and other.deleted_at is null and other.id <> pin.id)
            or exists (select 1 from foreign_post other where other.workspace_id = pin.workspace_id
              and other.publish_at >= pin.publish_at and other.publish_at < pin.publish_at + interval '1 minute'
              and other.account_id = pin.account_id))""";

    /** Others that lead to the same page within the days of its rule, where nobody said why. */
    private static final String CLOSE_BY = """
            from destination page join pin other on other.destination_id = page.id and other.deleted_at is null
              and other.id <> pin.id and other.spacing_reason = ''
              and other.planned_for > pin.planned_for - page.spacing_days * interval '1 day'
              and other.planned_for < pin.planned_for + page.spacing_days * interval '1 day'
            where page.id = pin.destination_id and pin.spacing_reason = ''""";

    static final String CLOSE = "exists (select 1 " + CLOSE_BY + ")";

    /** The seconds to the closest, and the days of the rule. */
    private static final String HOW_CLOSE = """
            (select extract(epoch from least(other.planned_for - pin.planned_for, pin.planned_for - other.planned_for))::bigint
              || ' ' || page.spacing_days """ + " " + CLOSE_BY + """
             order by greatest(other.planned_for - pin.planned_for, pin.planned_for - other.planned_for) limit 1)""";

    /** The page that it leads to is not there, or not as it should be. */
    static final String TROUBLED =
            "exists (select 1 from destination page where page.id = pin.destination_id and page.troubled)";

    /**
     * Of the pins in "chosen", ours and others; each join is by a primary key, a minute by its own index. What all of them
     * are named by, {@link Names} knows.
     */
    static String sql(String chosen, String order) {
        return """
                select chosen.id, coalesce(pin.title, post.title) as title, pin.link,
                  coalesce(pin.publish_at, post.publish_at) as publish_at, pin.planned_for, pin.planned_zone, pin.status,
                  pin.board_id, coalesce(pin.account_id, post.account_id) as account_id, pin.campaign_id, pin.author_id,
                  media.id as media_id, media.sha256,
                  case when media.kind = 'PHOTO' then media.width end as width,
                  case when media.kind = 'PHOTO' then media.height end as height,
                  pin.status <> 'PUBLISHED' and %s as shared,
                  case when pin.status <> 'PUBLISHED' then %s end as close,
                  pin.status <> 'PUBLISHED' and %s as troubled,
                  chosen.cell, chosen.total, chosen.made_there, post.published, post.post_link
                from (%s) chosen
                left join pin on pin.id = chosen.id and not chosen.made_there
                left join foreign_post post on post.id = chosen.id and chosen.made_there
                left join pin_media first on first.pin_id = pin.id and first.position = 0
                left join media on media.id = coalesce(first.cover_id, first.media_id)
                order by %s""".formatted(SHARED, HOW_CLOSE, TROUBLED, chosen, order);
    }

    static NativeQuery<Object[]> typed(NativeQuery<Object[]> query) {
        return query.addScalar("id", Long.class)
                .addScalar("title", String.class)
                .addScalar("link", String.class)
                .addScalar("publish_at", Instant.class)
                .addScalar("planned_for", LocalDateTime.class)
                .addScalar("planned_zone", String.class)
                .addScalar("status", String.class)
                .addScalar("board_id", Long.class)
                .addScalar("account_id", Long.class)
                .addScalar("campaign_id", Long.class)
                .addScalar("author_id", Long.class)
                .addScalar("media_id", Long.class)
                .addScalar("sha256", String.class)
                .addScalar("width", Integer.class)
                .addScalar("height", Integer.class)
                .addScalar("shared", Boolean.class)
                .addScalar("close", String.class)
                .addScalar("troubled", Boolean.class)
                .addScalar("cell", Integer.class)
                .addScalar("total", Long.class)
                .addScalar("made_there", Boolean.class)
                .addScalar("published", Boolean.class)
                .addScalar("post_link", String.class);
    }

    static ChipRow of(Object[] row, Names names) {
        Choice board = names.board(row[BOARD]);
        Choice account = names.account(row[ACCOUNT]);
        CampaignRow campaign = names.campaign(row[CAMPAIGN]);
        Choice author = names.author(row[AUTHOR]);
        return new ChipRow(
                (Long) row[0],
                (String) row[1],
                (String) row[2],
                (Instant) row[3],
                (LocalDateTime) row[4],
                (String) row[5],
                (String) row[6],
                board,
                account,
                campaign,
                author,
                (Long) row[11],
                (String) row[12],
                (Integer) row[13],
                (Integer) row[14],
                (Boolean) row[15],
                (String) row[16],
                (Boolean) row[17],
                (Integer) row[18],
                (Long) row[19],
                (Boolean) row[20],
                (Boolean) row[21],
                (String) row[22]);
    }

    /** Whether its board is no longer there, by itself or with its account. */
    boolean retired() {
        return board != null && board.gone() || account != null && account.gone();
    }

    boolean locked() {
        return account != null && account.locked();
    }
}
