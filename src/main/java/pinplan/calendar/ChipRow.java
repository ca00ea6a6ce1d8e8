package pinplan.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.query.NativeQuery;

/**
 * What the database says of one chip.
 *
 * @param day the number of its day in the span, from 1
 * @param total how many there are in its day, or in all
 * @param madeThere whether it was made in Publer itself: then it has its account, title, time and what became of it
 */
record ChipRow(
        Long id,
        String title,
        Instant publishAt,
        LocalDateTime plannedFor,
        String plannedZone,
        String status,
        String board,
        Boolean retired,
        String account,
        Boolean locked,
        Long campaignId,
        String campaign,
        String colour,
        Long mediaId,
        String sha256,
        Boolean shared,
        Integer day,
        Long total,
        Boolean madeThere,
        Boolean published,
        String postLink) {
    /** Of the pins in "chosen", ours and others; each join is by a primary key, a minute by its own index. */
    static String sql(String chosen, String order) {
        return """
                select chosen.id, coalesce(pin.title, post.title) as title,
                  coalesce(pin.publish_at, post.publish_at) as publish_at, pin.planned_for, pin.planned_zone, pin.status,
                  board.name as board, board.retired_at is not null or account.retired_at is not null as retired,
                  account.name as account, coalesce(account.locked, false) as locked,
                  campaign.id as campaign_id, campaign.name as campaign, campaign.colour,
                  media.id as media_id, media.sha256,
                  exists (select 1 from pin other where other.publish_at = pin.publish_at
                    and other.account_id = pin.account_id and other.deleted_at is null and other.id <> pin.id)
                    or exists (select 1 from foreign_post other where other.workspace_id = pin.workspace_id
                      and other.publish_at >= pin.publish_at and other.publish_at < pin.publish_at + interval '1 minute'
                      and other.account_id = pin.account_id) as shared,
                  chosen.day, chosen.total, chosen.made_there, post.published, post.post_link
                from (%s) chosen
                left join pin on pin.id = chosen.id and not chosen.made_there
                left join foreign_post post on post.id = chosen.id and chosen.made_there
                left join board on board.id = pin.board_id
                left join account on account.id = coalesce(pin.account_id, post.account_id)
                left join campaign on campaign.id = pin.campaign_id
                left join pin_media first on first.pin_id = pin.id and first.position = 0
                left join media on media.id = first.media_id
                order by %s""".formatted(chosen, order);
    }

    static NativeQuery<Object[]> typed(NativeQuery<Object[]> query) {
        return query.addScalar("id", Long.class)
                .addScalar("title", String.class)
                .addScalar("publish_at", Instant.class)
                .addScalar("planned_for", LocalDateTime.class)
                .addScalar("planned_zone", String.class)
                .addScalar("status", String.class)
                .addScalar("board", String.class)
                .addScalar("retired", Boolean.class)
                .addScalar("account", String.class)
                .addScalar("locked", Boolean.class)
                .addScalar("campaign_id", Long.class)
                .addScalar("campaign", String.class)
                .addScalar("colour", String.class)
                .addScalar("media_id", Long.class)
                .addScalar("sha256", String.class)
                .addScalar("shared", Boolean.class)
                .addScalar("day", Integer.class)
                .addScalar("total", Long.class)
                .addScalar("made_there", Boolean.class)
                .addScalar("published", Boolean.class)
                .addScalar("post_link", String.class);
    }

    static ChipRow of(Object[] row) {
        return new ChipRow(
                (Long) row[0],
                (String) row[1],
                (Instant) row[2],
                (LocalDateTime) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (Boolean) row[7],
                (String) row[8],
                (Boolean) row[9],
                (Long) row[10],
                (String) row[11],
                (String) row[12],
                (Long) row[13],
                (String) row[14],
                (Boolean) row[15],
                (Integer) row[16],
                (Long) row[17],
                (Boolean) row[18],
                (Boolean) row[19],
                (String) row[20]);
    }
}
