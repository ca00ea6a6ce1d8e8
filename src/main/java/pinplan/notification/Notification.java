package pinplan.notification;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pinplan.pin.Pin;
import pinplan.review.Comment;
import pinplan.review.Seat;
import pinplan.team.Member;
import pinplan.team.Workspace;

/** One thing that one member is told. */
@Entity
public class Notification extends PanacheEntity {
    private static final String TELL = "insert into notification"
            + " (id, workspace_id, member_id, news, pin_id, comment_id, actor_id, guest_name, note, happened_at, pace)"
            + " select nextval('notification_seq'), m.workspace_id, m.member_id, :news, :pin, nullif(cast(:comment as bigint), 0),"
            + " nullif(cast(:actor as bigint), 0), :guest, :note, :now,"
            // The demo's people are nobody's address.
            + " case when :mailed and not w.demo then nullif(coalesce(p.pace, :usual), 'OFF') end"
            + " from membership m join workspace w on w.id = m.workspace_id left join preference p"
            + " on p.workspace_id = m.workspace_id and p.member_id = m.member_id and p.news = :news"
            + " where m.workspace_id = :workspace and m.removed_at is null and m.member_id in (:whom)"
            + " and m.member_id <> :actor";

    /** How much {@code :member} of {@code :workspace} has not read, and no more than {@code :most}. */
    static final String UNREAD = "select count(*) from (select 1 from notification where member_id = :member"
            + " and workspace_id = :workspace and read_at is null limit :most) counted";

    /** The last that {@code :member} of {@code :workspace} was told. */
    static final String NEWEST =
            "select coalesce(max(id), 0) from notification where member_id = :member and workspace_id = :workspace";

    private static final String WAITING = "select id from notification where workspace_id = ?1 and member_id = ?2"
            + " and pace = ?3 and mailing_id is null and read_at is null order by id for update skip locked";

    private static final String GATHERED =
            "select id from notification where mailing_id = ?1 order by id for update skip locked";

    /** What is being read or mailed just now is left as it is: nobody who decides waits for that. */
    private static final String SETTLE = "update notification set settled_at = :now, read_at = coalesce(read_at, :now)"
            + " where id in (select n.id from notification n"
            + " join pin p on p.id = n.pin_id where %s and n.settled_at is null"
            + " and n.news in (" + named(News.ASKING) + ") and not (" + Seat.WAITS + ") for update of n skip locked)";

    private static final String SETTLE_OF_PIN = SETTLE.formatted("n.pin_id = :pin");

    private static final String SETTLE_OF_MEMBER =
            SETTLE.formatted("n.workspace_id = :workspace and n.member_id = :member and n.read_at is null");

    /** These are named as the statuses of which they tell, and what the status does not say. */
    private static final String MENDED = "update notification set settled_at = :now, read_at = coalesce(read_at, :now)"
            + " where id in (select n.id from notification n where n.pin_id = :pin and n.settled_at is null"
            + " and n.news in (%s) and n.news not in (:status, :attention) for update of n skip locked)"
                    .formatted(named(News.TROUBLE));

    private static final String HOLDS_AGAIN =
            "update notification set settled_at = :now, read_at = coalesce(read_at, :now)"
                    + " where id in (select n.id from notification n where n.pin_id = :pin and n.settled_at is null"
                    + " and n.news = 'APPROVAL_VOIDED' for update of n skip locked)";

    private static final String KNOWING = "select n.member_id from notification n where n.pin_id = :pin"
            + " and n.settled_at is null and n.news in (%s) and n.news = :news".formatted(named(News.TROUBLE));

    private static final String TOLD_OF_ITS_PAGE = "select distinct n.member_id from notification n"
            + " where n.pin_id = :pin and n.news = 'PAGE_TROUBLED' and n.happened_at >= :since";

    /** Whoever was asked, or told of trouble, is not told again while it lasts. */
    private static final String FORGET = "delete from notification where id in (select n.id from notification n"
            + " where n.read_at < :before and (n.settled_at is not null or n.news not in (%s, %s))"
                    .formatted(named(News.ASKING), named(News.TROUBLE))
            + " order by n.read_at limit :most for update skip locked)";

    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    /** Who is told. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Member member;

    @Enumerated(EnumType.STRING)
    public News news;

    @ManyToOne(fetch = FetchType.LAZY)
    public Pin pin;

    @ManyToOne(fetch = FetchType.LAZY)
    public Comment comment;

    /** Null: Pinplan itself, or a guest. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Member actor;

    public String guestName;

    public String note;
    public Instant happenedAt;
    Instant readAt;

    /** When it was not asked of them any more; null: it is, or it asks nothing. */
    private Instant settledAt;

    /** How it is mailed; null: it is not. */
    @Enumerated(EnumType.STRING)
    Pace pace;

    /** The mail that it was gathered for. */
    @ManyToOne(fetch = FetchType.LAZY)
    Mailing mailing;

    // ---- telling ----

    /**
     * In the caller's transaction and in one statement, whoever they are: those of them who still have a place there, and never
     * who did it.
     *
     * @param comment null unless it is about one
     * @param actor null for Pinplan itself, and for a guest
     * @param guest who it was, where that was a guest; else empty
     * @param mailed whether mails are sent at all
     */
    static void tell(
            News news,
            Pin pin,
            Comment comment,
            Member actor,
            String guest,
            String note,
            Collection<Long> whom,
            boolean mailed,
            Instant now) {
        if (whom.isEmpty()) {
            return;
        }
        Panache.getEntityManager()
                .createNativeQuery(TELL)
                .setParameter("news", news.name())
                .setParameter("workspace", pin.workspace().id)
                .setParameter("pin", pin.id)
                .setParameter("comment", comment == null ? 0L : comment.id)
                .setParameter("actor", actor == null ? 0L : actor.id)
                .setParameter("guest", guest)
                .setParameter("note", note)
                .setParameter("now", now)
                .setParameter("mailed", mailed)
                .setParameter("usual", news.usual().name())
                .setParameter("whom", whom)
                .executeUpdate();
    }

    // Each in the caller's transaction.

    /** Whoever was asked to decide on it and is so no more has nothing left to do there: it is as read. */
    static void settle(Pin pin, Instant now) {
        settling(SETTLE_OF_PIN, pin, now).executeUpdate();
    }

    /** The same of all that they have not read: their place may have changed, or somebody's whose place they kept. */
    static void settle(long workspace, long member, Instant now) {
        Panache.getEntityManager()
                .createNativeQuery(SETTLE_OF_MEMBER)
                .setParameter("workspace", workspace)
                .setParameter("member", member)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** What is no trouble any more is as read, and told again if it is one once more. */
    static void mended(Pin pin, Instant now) {
        settling(MENDED, pin, now)
                .setParameter("status", pin.status().name())
                .setParameter("attention", pin.attention() ? News.ATTENTION.name() : "")
                .executeUpdate();
    }

    /** That its approval was void is as read. */
    static void holdsAgain(Pin pin, Instant now) {
        settling(HOLDS_AGAIN, pin, now).executeUpdate();
    }

    private static Query settling(String which, Pin pin, Instant now) {
        return Panache.getEntityManager()
                .createNativeQuery(which)
                .setParameter("pin", pin.id)
                .setParameter("now", now);
    }

    /** Who was told that trouble of the pin, and it is still so. */
    @SuppressWarnings("unchecked")
    static Set<Long> knowing(News trouble, Pin pin) {
        return Set.copyOf(Panache.getEntityManager()
                .createNativeQuery(KNOWING)
                .setParameter("pin", pin.id)
                .setParameter("news", trouble.name())
                .getResultList());
    }

    /** Who was told since then that the page is in trouble which the pin leads to. */
    @SuppressWarnings("unchecked")
    static Set<Long> toldOfItsPage(Pin pin, Instant since) {
        return Set.copyOf(Panache.getEntityManager()
                .createNativeQuery(TOLD_OF_ITS_PAGE)
                .setParameter("pin", pin.id)
                .setParameter("since", since)
                .getResultList());
    }

    private static String named(Collection<News> several) {
        return several.stream().map(news -> "'" + news + "'").collect(Collectors.joining(", "));
    }

    // ---- the inbox ----

    /** Newest first. */
    static List<Line> lines(Workspace workspace, Member member, long before, int most) {
        return Panache.getEntityManager()
                .createQuery(
                        Line.OF + " where n.member = :member and n.workspace = :workspace and n.id < :before"
                                + " order by n.id desc",
                        Line.class)
                .setParameter("member", member)
                .setParameter("workspace", workspace)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those of theirs from the one to the other; what came in between is theirs too, and stands between them. */
    static void read(Workspace workspace, Member member, long from, long until, Instant now) {
        update(
                "readAt = ?1 where member = ?2 and workspace = ?3 and id between ?4 and ?5 and readAt is null",
                now,
                member,
                workspace,
                from,
                until);
    }

    /** What they were told of this pin until then. */
    static void read(Workspace workspace, Member member, Pin pin, long until, Instant now) {
        update(
                "readAt = ?1 where member = ?2 and workspace = ?3 and pin = ?4 and id <= ?5 and readAt is null",
                now,
                member,
                workspace,
                pin,
                until);
    }

    /** @return how many were read before that, and at most so many */
    static int forgetRead(Instant before, int most) {
        return Panache.getEntityManager()
                .createNativeQuery(FORGET)
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }

    // ---- mails ----

    /** What waits to be mailed so to whom, held until the transaction's end: but not what is being read just now. */
    static List<Notification> waiting(Mailing.Group group) {
        List<?> ids = Panache.getEntityManager()
                .createNativeQuery(WAITING)
                .setParameter(1, group.workspace())
                .setParameter(2, group.member())
                .setParameter(3, group.pace().name())
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : list("from Notification n join fetch n.pin where n.id in ?1 order by n.id", ids);
    }

    /** What a mail tells of, as far as nobody reads it just now, held until the transaction's end. */
    static List<Notification> gathered(Mailing mailing) {
        List<?> ids = Panache.getEntityManager()
                .createNativeQuery(GATHERED)
                .setParameter(1, mailing.id)
                .getResultList();
        return ids.isEmpty() ? List.of() : list("from Notification n join fetch n.pin where n.id in ?1", ids);
    }

    /** What a mail tells of. */
    static List<News> news(Mailing mailing) {
        return getEntityManager()
                .createQuery(
                        "select distinct n.news from Notification n where n.mailing = ?1 order by n.news", News.class)
                .setParameter(1, mailing)
                .getResultList();
    }
}
