package pinplan.team;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pinplan.web.Whereabouts;

/** A signed-in browser. The row is looked up at each request, so ending it works at once. */
@Entity
public class Session extends PanacheEntity {
    static final Duration IDLE = Duration.ofHours(12);
    static final Duration ABSOLUTE = Duration.ofDays(14);
    /** Being seen is written down at most this often: a page of thumbnails is one write, not forty. */
    private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

    private byte[] tokenHash;

    @ManyToOne(fetch = FetchType.LAZY)
    public Member member;

    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    public Instant createdAt;
    private Instant lastSeenAt;
    private Instant expiresAt;
    private boolean renew;
    private String browser;

    /** What one look-up tells about a request: the session and what its member may do there. */
    record Found(Session session, Member member, Workspace workspace, Role role) {}

    public static Token begin(Member member, Workspace workspace, Instant now) {
        delete("member = ?1 and (expiresAt <= ?2 or lastSeenAt <= ?3)", member, now, now.minus(IDLE));
        Token token = Token.fresh();
        Session session = new Session();
        session.tokenHash = token.hash();
        session.member = member;
        session.workspace = workspace;
        session.createdAt = now;
        session.lastSeenAt = now;
        session.expiresAt = now.plus(ABSOLUTE);
        session.browser = Whereabouts.browser();
        session.persist();
        return token;
    }

    static Optional<Found> with(Token token, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select new pinplan.team.Session$Found(s, m, w, p.role) from Session s join s.member m"
                                + " join s.workspace w join Membership p on p.member = m and p.workspace = w"
                                + " where s.tokenHash = :hash and s.expiresAt > :now and s.lastSeenAt > :idle"
                                + " and p.removedAt is null",
                        Found.class)
                .setParameter("hash", token.hash())
                .setParameter("now", now)
                .setParameter("idle", now.minus(IDLE))
                .getResultStream()
                .findFirst();
    }

    /** What the member of one that goes on may do by now; empty: it ended, or their place was taken away. */
    static Optional<Role> role(Long id, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select p.role from Session s join Membership p on p.member = s.member"
                                + " and p.workspace = s.workspace where s.id = :id and s.expiresAt > :now"
                                + " and p.removedAt is null",
                        Role.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    /** Those of these that go on, and whose member still has a place there. */
    public static Set<Long> alive(Set<Long> ids, Instant now) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(getEntityManager()
                        .createQuery(
                                "select s.id from Session s join Membership p on p.member = s.member"
                                        + " and p.workspace = s.workspace where s.id in :ids and s.expiresAt > :now"
                                        + " and s.lastSeenAt > :idle and p.removedAt is null",
                                Long.class)
                        .setParameter("ids", ids)
                        .setParameter("now", now)
                        .setParameter("idle", now.minus(IDLE))
                        .getResultList());
    }

    /** Where they are signed in, the latest used first. */
    static List<Session> of(Member member, Instant now) {
        return list(
                "member = ?1 and expiresAt > ?2 and lastSeenAt > ?3 order by lastSeenAt desc, id desc",
                member,
                now,
                now.minus(IDLE));
    }

    /** In words. */
    public String browser() {
        return browser.isEmpty() ? "Unknown browser" : browser;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    boolean wantsToBeSeen(Instant now) {
        return Duration.between(lastSeenAt, now).compareTo(SEEN_AGAIN) >= 0;
    }

    boolean wantsNewToken() {
        return renew;
    }

    static void seen(Long id, Instant now) {
        update("lastSeenAt = ?1 where id = ?2 and lastSeenAt < ?1", now, id);
    }

    /** Of two requests that ask at once, one gets the new token and the other goes on with the answer it was about to get. */
    static Optional<Token> renewed(Long id, Token old) {
        Token token = Token.fresh();
        int changed =
                update("tokenHash = ?1, renew = false where id = ?2 and tokenHash = ?3", token.hash(), id, old.hash());
        return changed == 1 ? Optional.of(token) : Optional.empty();
    }

    static void renewAll(Member member) {
        update("renew = true where member = ?1", member);
    }

    static void forgetEnded(Instant now) {
        delete("expiresAt <= ?1 or lastSeenAt <= ?2", now, now.minus(IDLE));
    }

    static void end(Token token) {
        delete("tokenHash", token.hash());
    }

    /** False: it is none of theirs, or none any more. */
    static boolean end(Member member, Long id) {
        return delete("member = ?1 and id = ?2", member, id) == 1;
    }

    static long endOthers(Member member, Long but) {
        return delete("member = ?1 and id <> ?2", member, but);
    }

    public static void endAll(Member member) {
        delete("member", member);
    }
}
