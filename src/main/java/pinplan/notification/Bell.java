package pinplan.notification;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pinplan.review.Seat;
import pinplan.team.Right;
import pinplan.team.Viewer;

/** What the frame of every page says to whoever looks: how many pins wait on them, how many are stuck, and how much they have not read. One question for all. */
@Named("bell")
@RequestScoped
public class Bell {
    /** More than that is told as 99+, and not counted any further. */
    private static final int COUNTED = 99;

    /** What needs somebody: the same that Publishing lists, and the inbox tells. */
    private static final String STUCK = "select count(*) from (select 1 from pin p where p.workspace_id = :workspace"
            + " and (p.status in ('FAILED', 'OUTCOME_UNKNOWN') or p.attention) and p.deleted_at is null limit :most) stuck";

    /** A number in it, not a parameter: who plans the query has to know how few rows are wanted. */
    private static final String ALL = "select (%s), (%s), (%s), (%s)"
            .formatted(Seat.HOW_MANY, Notification.UNREAD, STUCK, Notification.NEWEST)
            .replace(":most", String.valueOf(COUNTED + 1));

    private Viewer viewer;
    private Object[] counts;

    Bell() {}

    @Inject
    Bell(Viewer viewer) {
        this.viewer = viewer;
    }

    /** Empty for none. */
    public String waiting() {
        return words(count(0));
    }

    /** Empty for nothing. */
    public String unread() {
        return words(count(1));
    }

    /** Empty for none, and for whoever may do nothing about it. */
    public String stuck() {
        return viewer.may(Right.OPERATE) ? words(count(2)) : "";
    }

    /** All that stands behind More on a phone; empty for nothing. */
    public String behind() {
        return words(count(1) + (viewer.may(Right.OPERATE) ? count(2) : 0));
    }

    /** The number of the last thing that they were told; 0 for nothing. */
    public long newest() {
        return ((Number) counts()[3]).longValue();
    }

    private int count(int which) {
        return ((Number) counts()[which]).intValue();
    }

    private static String words(int count) {
        return count == 0 ? "" : count > COUNTED ? COUNTED + "+" : String.valueOf(count);
    }

    private Object[] counts() {
        if (counts == null) {
            counts = (Object[]) Panache.getEntityManager()
                    .createNativeQuery(ALL)
                    .setParameter("workspace", viewer.workspace().id)
                    .setParameter("member", viewer.member().id)
                    .getSingleResult();
        }
        return counts;
    }
}
