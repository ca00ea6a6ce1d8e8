package pinplan.notification;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pinplan.team.Member;
import pinplan.team.Workspace;

/**
 * One mail to one member, of what was gathered for it. Whoever claims it sends it; where the mail server says no it is tried
 * again, at last every hour for a day. A replica that dies while it sends leaves it to another: then it may come twice, under
 * one Message-ID, rather than not at all.
 */
@Entity
public class Mailing extends PanacheEntity {
    private static final int TRIES = 30;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Far longer than anybody waits for a mail server. */
    private static final Duration TO_SEND = Duration.ofMinutes(10);

    private static final String WAITS =
            " where %1$s.pace is not null and %1$s.mailing_id is null and %1$s.read_at is null";

    /** Who left hears nothing more, also when they come back. */
    private static final String FORGET = "update notification n set pace = null from membership m"
            + WAITS.formatted("n")
            + " and m.workspace_id = n.workspace_id and m.member_id = n.member_id and m.removed_at is not null";

    /** Nor does a mail that was gathered before they left reach them. */
    private static final String END =
            "update mailing x set due_at = null, given_up_at = ?1, problem = 'They left the workspace.'"
                    + " from membership m where x.due_at is not null and m.workspace_id = x.workspace_id"
                    + " and m.member_id = x.member_id and m.removed_at is not null";

    private static final String GROUPS = "select n.workspace_id, n.member_id, n.pace, min(n.happened_at),"
            + " coalesce(m.zone, w.zone) from notification n join member m on m.id = n.member_id"
            + " join workspace w on w.id = n.workspace_id" + WAITS.formatted("n") + " group by 1, 2, 3, 5";

    /** Replicas take turns: what one gathers, the other finds gathered. */
    private static final String TURN = "select 1 from membership where workspace_id = ?1 and member_id = ?2"
            + " and removed_at is null for no key update skip locked";

    private static final String NEXT =
            "select id from mailing where due_at <= ?1 order by due_at, id limit 1 for update skip locked";

    private static final String FORGET_OVER = "delete from mailing x where x.due_at is null and x.gathered_at < ?1"
            + " and not exists (select 1 from notification n where n.mailing_id = x.id)";

    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    public Member member;

    @Enumerated(EnumType.STRING)
    Pace pace;

    Instant gatheredAt;
    private Instant dueAt;
    private int tries;
    private Instant sentAt;
    private Instant givenUpAt;
    private String problem = "";

    /** News of one pace that wait for one member. */
    record Group(long workspace, long member, Pace pace, Instant first, ZoneId zone) {
        private static Group of(Object[] row) {
            return new Group(
                    ((Number) row[0]).longValue(),
                    ((Number) row[1]).longValue(),
                    Pace.valueOf((String) row[2]),
                    (Instant) row[3],
                    ZoneId.of((String) row[4]));
        }

        boolean due(Instant now) {
            return !pace.due(first, zone).isAfter(now);
        }
    }

    // ---- gathering ----

    static List<Group> due(Instant now) {
        Panache.getEntityManager().createNativeQuery(FORGET).executeUpdate();
        Panache.getEntityManager().createNativeQuery(END).setParameter(1, now).executeUpdate();
        List<?> rows = Panache.getEntityManager().createNativeQuery(GROUPS).getResultList();
        return rows.stream()
                .map(row -> Group.of((Object[]) row))
                .filter(group -> group.due(now))
                .toList();
    }

    /** All that waits goes into the one mail, whenever it came. What was decided or settled meanwhile is in the inbox only. */
    static void gather(Group group, Instant now) {
        List<?> turn = Panache.getEntityManager()
                .createNativeQuery(TURN)
                .setParameter(1, group.workspace())
                .setParameter(2, group.member())
                .getResultList();
        if (turn.isEmpty()) {
            return;
        }
        Notification.settle(group.workspace(), group.member(), now);
        List<Notification> waiting = Notification.waiting(group);
        List<Notification> worth = new ArrayList<>(waiting);
        worth.removeIf(each -> !each.news.stands(each.pin));
        waiting.stream()
                .filter(each -> !worth.contains(each) && !each.news.waits(each.pin))
                .forEach(each -> each.pace = null);
        boolean due = worth.stream()
                .map(each -> each.happenedAt)
                .min(Instant::compareTo)
                .filter(first -> !group.pace().due(first, group.zone()).isAfter(now))
                .isPresent();
        if (!due) {
            return;
        }
        Mailing mailing = new Mailing();
        mailing.workspace = worth.get(0).workspace;
        mailing.member = worth.get(0).member;
        mailing.pace = group.pace();
        mailing.gatheredAt = now;
        mailing.dueAt = now;
        mailing.persist();
        worth.forEach(each -> each.mailing = mailing);
    }

    // ---- sending ----

    /** The caller's to send from the end of its transaction on. */
    static Optional<Mailing> claim(Instant now) {
        List<?> ids = Panache.getEntityManager()
                .createNativeQuery(NEXT)
                .setParameter(1, now)
                .getResultList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        Mailing mailing = findById(((Number) ids.get(0)).longValue());
        mailing.dueAt = now.plus(TO_SEND);
        mailing.tries++;
        return Optional.of(mailing);
    }

    /**
     * A mail server may have been away for hours: what was decided, settled or read since, is not asked of them any more, or is
     * not wanted by mail, is not told. What may be worth a mail later waits for the next one.
     *
     * @return whether anything is left; else there is no such mail any more
     */
    boolean stillTells(Instant now) {
        Notification.settle(workspace.id, member.id, now);
        Map<News, Pace> wanted = Preference.of(workspace, member);
        Notification.gathered(this).stream()
                .filter(each -> each.readAt != null || wanted.get(each.news) == Pace.OFF || !each.news.stands(each.pin))
                .forEach(each -> {
                    each.mailing = null;
                    each.pace = each.news.waits(each.pin) ? each.pace : null;
                });
        if (Notification.count("mailing", this) > 0) {
            return true;
        }
        delete();
        return false;
    }

    /** What it says, the newest first. */
    List<Line> lines() {
        return getEntityManager()
                .createQuery(Line.OF + " where n.mailing = ?1 order by n.id desc", Line.class)
                .setParameter(1, this)
                .getResultList();
    }

    void sent(Instant now) {
        dueAt = null;
        sentAt = now;
    }

    /** @return whether it is tried again */
    boolean failed(String problem, Instant now) {
        this.problem = problem;
        if (tries >= TRIES) {
            dueAt = null;
            givenUpAt = now;
            return false;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(tries - 1, 6));
        dueAt = now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        return true;
    }

    /** Of which nothing is left to be told, and that was over by then. */
    static void forgetOver(Instant before) {
        Panache.getEntityManager()
                .createNativeQuery(FORGET_OVER)
                .setParameter(1, before)
                .executeUpdate();
    }

    // ---- reading ----

    /** By the number that a signed link carries. */
    static Optional<Mailing> signed(Long id) {
        return Mailing.<Mailing>find("from Mailing m join fetch m.workspace join fetch m.member where m.id = ?1", id)
                .firstResultOptional();
    }

    /** The newest mail to them that did not come, unless one came since; null for none. */
    static Mailing lost(Workspace workspace, Member member) {
        Mailing last = Mailing.<Mailing>find(
                        "workspace = ?1 and member = ?2 and (sentAt is not null or givenUpAt is not null) order by id desc",
                        workspace,
                        member)
                .firstResult();
        return last == null || last.sentAt != null ? null : last;
    }

    public Instant gatheredAt() {
        return gatheredAt;
    }

    public String problem() {
        return problem;
    }
}
