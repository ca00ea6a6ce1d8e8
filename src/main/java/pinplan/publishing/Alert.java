package pinplan.publishing;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pinplan.pin.Publishing;
import pinplan.publer.Lane;
import pinplan.team.Member;
import pinplan.team.Membership;
import pinplan.team.Right;
import pinplan.team.Workspace;

/**
 * One mail to one owner about one thing that asks for a person. There is one row for each, which no replica writes a
 * second time; whoever claims it sends it, and where the mail server says no it is tried again.
 */
@Entity
public class Alert extends PanacheEntity {
    enum Kind {
        IN_DOUBT,
        NEEDS_REVIEW,
        HELD,
        LANE_PAUSED
    }

    /** Most doubts are settled within minutes, and most pauses end by themselves. */
    private static final Duration STANDS = Duration.ofMinutes(15);

    private static final Duration TO_GO = Duration.ofHours(1);
    /** What is older than this is history when the mail is first set up. */
    private static final Duration OLD = Duration.ofDays(1);

    private static final int TRIES = 10;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** The owners of a real workspace: the demo's people are nobody's address. */
    private static final String OWNERS = " join workspace w on w.id = %1$s.workspace_id and not w.demo"
            + " join membership m on m.workspace_id = w.id and m.role = 'OWNER' and m.removed_at is null";

    private static final String RAISE_FOR_PUBLICATIONS =
            "insert into alert (id, workspace_id, member_id, kind, publication_id, stands_since, raised_at, due_at)"
                    + " select nextval('alert_seq'), w.id, m.member_id, case p.state when 'SCHEDULED' then 'HELD' else p.state end,"
                    + " p.id, coalesce(p.doubtful_since, p.settled_at), ?1, ?1 from publication p"
                    + OWNERS.formatted("p")
                    + " where (p.state = 'IN_DOUBT' and p.doubtful_since <= ?2 or p.state = 'NEEDS_REVIEW' and p.publish_at <= ?3"
                    + " or p.state = 'SCHEDULED' and p.fault in ('HELD', 'UNKNOWN') and p.publish_at > ?1 and p.publish_at <= ?3)"
                    + " and p.publish_at > ?4 on conflict do nothing";

    private static final String RAISE_FOR_LANES =
            "insert into alert (id, workspace_id, member_id, kind, lane_id, stands_since, raised_at, due_at)"
                    + " select nextval('alert_seq'), w.id, m.member_id, 'LANE_PAUSED', l.id, l.stands_since, ?1, ?1"
                    + " from lane l join publer_connection c on c.lane_id = l.id"
                    + OWNERS.formatted("c")
                    + " where l.stands_since is not null and (l.paused_until is null or l.paused_until > ?1)"
                    // What a person has to end is said at once.
                    + " and (l.pause = 'DENIED' or l.stands_since <= ?2) on conflict do nothing";

    private static final String NEXT =
            "select id from alert where due_at <= ?1 order by due_at, id limit 1 for update skip locked";

    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    public Member member;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    Publication publication;

    @ManyToOne(fetch = FetchType.LAZY)
    Lane lane;

    /** Which doubt, which pause: the next one is told too. */
    Instant standsSince;

    public Instant raisedAt;
    private Instant dueAt;
    private int tries;
    private Instant sentAt;

    /** In the caller's transaction: a row for everything that asks for somebody now and has none. */
    static void raise(Instant now) {
        Panache.getEntityManager()
                .createNativeQuery(RAISE_FOR_PUBLICATIONS)
                .setParameter(1, now)
                .setParameter(2, now.minus(STANDS))
                .setParameter(3, now.plus(TO_GO))
                .setParameter(4, now.minus(OLD))
                .executeUpdate();
        Panache.getEntityManager()
                .createNativeQuery(RAISE_FOR_LANES)
                .setParameter(1, now)
                .setParameter(2, now.minus(STANDS))
                .executeUpdate();
    }

    /** The caller's to send from the end of its transaction on, and nobody else's. Null when there is none. */
    static Alert claim(Instant now) {
        List<?> ids = Panache.getEntityManager()
                .createNativeQuery(NEXT)
                .setParameter(1, now)
                .getResultList();
        if (ids.isEmpty()) {
            return null;
        }
        Alert alert = findById(((Number) ids.get(0)).longValue());
        alert.dueAt = null;
        alert.tries++;
        return alert;
    }

    /** Whether it is still so, and theirs to know: while a mail server was away it may have been settled, or they have left. */
    boolean stands() {
        boolean holds = switch (kind) {
            case IN_DOUBT -> publication.state() == Publishing.IN_DOUBT;
            case NEEDS_REVIEW -> publication.state() == Publishing.NEEDS_REVIEW;
            case HELD -> publication.wrongThere();
            case LANE_PAUSED -> true;
        };
        return holds
                && standsSince.equals(lane == null ? publication.standsSince() : lane.standsSince())
                && Membership.having(Right.OWN, workspace).contains(member.id);
    }

    void sent(Instant now) {
        sentAt = now;
    }

    /** @return whether it is tried again */
    boolean failed(Instant now) {
        if (tries >= TRIES) {
            return false;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(tries - 1, 6));
        dueAt = now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        return true;
    }
}
