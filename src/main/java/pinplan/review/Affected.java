package pinplan.review;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import pinplan.campaign.Campaign;
import pinplan.pin.Actor;
import pinplan.pin.Editorial;
import pinplan.pin.Pin;
import pinplan.team.Workspace;

/**
 * The pins in review that a policy is about, also those that are on hold meanwhile.
 *
 * @param campaign null: the policy is the workspace's
 * @param held how many of them are on hold
 * @param decided how many of them somebody agreed to already
 */
public record Affected(Campaign campaign, List<Long> pins, long held, long decided) {

    /** What is kept in mind is looked through before each question. */
    private static final int TOGETHER = 50;

    /** Longer than a deletion can be taken back. */
    private static final Duration GONE = Duration.ofHours(1);

    static Affected by(Workspace workspace, Campaign campaign) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = Panache.getEntityManager()
                .createNativeQuery(
                        "select p.id, exists (select from decision d where d.review_id = r.id), p.status <> 'IN_REVIEW'"
                                + " from review r join pin p on p.id = r.pin_id and p.deleted_at is null"
                                + " where r.workspace_id = :workspace and r.ended_at is null"
                                + " and (p.status = 'IN_REVIEW' or p.held_from = 'IN_REVIEW') and "
                                + under(campaign)
                                + " order by p.id")
                .setParameter("workspace", workspace.id)
                .getResultList();
        return new Affected(
                campaign,
                rows.stream().map(row -> (Long) row[0]).toList(),
                rows.stream().filter(row -> (Boolean) row[2]).count(),
                rows.stream().filter(row -> (Boolean) row[1]).count());
    }

    private static String under(Campaign campaign) {
        return campaign == null
                ? "not exists (select from policy o where o.campaign_id = p.campaign_id)"
                : "p.campaign_id = " + campaign.id;
    }

    /** Those that may be in review again any moment, if their deletion is taken back. */
    @SuppressWarnings("unchecked")
    private List<Long> deleted(Workspace workspace, Instant now) {
        return Panache.getEntityManager()
                .createNativeQuery("select p.id from review r join pin p on p.id = r.pin_id and p.deleted_at > :since"
                        + " where r.workspace_id = :workspace and r.ended_at is null and " + under(campaign))
                .setParameter("workspace", workspace.id)
                .setParameter("since", now.minus(GONE))
                .getResultList();
    }

    /**
     * They are asked for by these steps from now on. Those who agreed by the old ones are asked again.
     *
     * @return how many: what was decided on, taken back or deleted meanwhile is asked for no more, unless it comes back
     */
    int askAgain(Steps steps, Workspace workspace, Actor by, Instant now) {
        List<Long> all = Stream.concat(pins.stream(), deleted(workspace, now).stream())
                .distinct()
                .sorted()
                .toList();
        int asked = 0;
        for (int at = 0; at < all.size(); at++) {
            Pin pin = Pin.lockedEvenDeleted(workspace, all.get(at));
            Review review = Review.open(pin);
            if (waits(pin)) {
                review.beginAgain(steps, now);
                pin.askedAnew(by, now);
                asked++;
            } else if (pin.deleted() && review != null) {
                // Nobody is asked yet, so there is nothing to tell.
                review.beginAgain(steps, now);
            }
            if (at % TOGETHER == TOGETHER - 1) {
                Panache.getEntityManager().flush();
                Panache.getEntityManager().clear();
            }
        }
        return asked;
    }

    private static boolean waits(Pin pin) {
        return !pin.deleted()
                && (pin.editorial() == Editorial.IN_REVIEW || pin.standing().heldFrom() == Editorial.IN_REVIEW);
    }

    public int count() {
        return pins.size();
    }

    /** 12 pins are in review and 2 on hold under this policy; somebody agreed to 3 already. */
    public String words() {
        return "%s under this policy%s."
                .formatted(
                        which(),
                        decided == 0
                                ? ", and none has been agreed to yet"
                                : "; somebody agreed to %d already".formatted(decided));
    }

    private String which() {
        long waiting = count() - held;
        if (waiting == 0 && held > 0) {
            return many(held) + " on hold";
        }
        return many(waiting) + " in review" + (held == 0 ? "" : " and %d on hold".formatted(held));
    }

    private static String many(long count) {
        return count == 1 ? "1 pin is" : count + " pins are";
    }
}
