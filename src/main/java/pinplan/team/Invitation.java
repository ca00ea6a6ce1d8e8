package pinplan.team;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.qute.TemplateExtension;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A link that lets one person in, once, within a week: with the role it was made for, or back to a place whose password they forgot. */
@Entity
public class Invitation extends PanacheEntity {
    static final Duration LIFETIME = Duration.ofDays(7);

    /**
     * Whoever made it could make it today: who is sent away leaves themself no way back, and nobody gets at an owner's
     * account but by an owner.
     */
    private static final String STANDS =
            " exists (select 1 from Membership m where m.workspace = i.workspace and m.member = i.invitedBy"
                    + " and m.removedAt is null and (m.role = OWNER or m.role = ADMIN and i.role <> OWNER"
                    + " and not exists (select 1 from Membership o where o.workspace = i.workspace and o.member = i.forMember"
                    + " and o.role = OWNER)))"
                    + " and (i.forMember is null or exists (select 1 from Membership t where t.workspace = i.workspace"
                    + " and t.member = i.forMember and t.removedAt is null))";

    private static final String OPEN = " i.usedAt is null and i.revokedAt is null and i.expiresAt > ?2 and" + STANDS;

    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    @Enumerated(EnumType.STRING)
    private Role role;

    /** In the words of whoever made it; may be empty. */
    public String forWhom;

    private byte[] tokenHash;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "invited_by")
    public Member invitedBy;

    /** Whose new password is chosen there; null: whoever comes is new. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Member forMember;

    public Instant createdAt;
    public Instant expiresAt;
    private Instant usedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "used_by")
    private Member usedBy;

    private Instant revokedAt;

    /** The link's token, which nobody can be shown again. */
    public static Token make(Viewer by, Role role, String forWhom, Instant now) {
        return make(by, role, forWhom, null, now);
    }

    /** The same for somebody who forgot their password. It ends those that were made before. */
    static Token anew(Viewer by, Membership place, Instant now) {
        endFor(place.member, now);
        return make(by, place.role(), "", place.member, now);
    }

    /** Whoever has a new password, or a newer link to one, needs no older link. */
    static void endFor(Member member, Instant now) {
        update("revokedAt = ?1 where forMember = ?2 and usedAt is null and revokedAt is null", now, member);
    }

    /** When their role changed or was taken away: what it ends does not come alive again where they get it back. */
    static void endFallen(Membership changed, Instant now) {
        getEntityManager().flush();
        update(
                "update Invitation i set i.revokedAt = ?1 where i.workspace = ?2 and (i.invitedBy = ?3 or i.forMember = ?3)"
                        + " and i.usedAt is null and i.revokedAt is null and not (" + STANDS + ")",
                now,
                changed.workspace,
                changed.member);
    }

    private static Token make(Viewer by, Role role, String forWhom, Member forMember, Instant now) {
        if (role == Role.OWNER) {
            by.must(Right.OWN);
        }
        Token token = Token.fresh();
        Invitation invitation = new Invitation();
        invitation.forMember = forMember;
        invitation.workspace = by.workspace();
        invitation.role = role;
        invitation.forWhom = forWhom;
        invitation.tokenHash = token.hash();
        invitation.invitedBy = by.member();
        invitation.createdAt = now;
        invitation.expiresAt = now.plus(LIFETIME);
        invitation.persist();
        return token;
    }

    public static Invitation in(Workspace workspace, Long id) {
        return Invitation.<Invitation>find("workspace = ?1 and id = ?2", workspace, id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    static List<Invitation> openIn(Workspace workspace, Instant now) {
        return list(
                "from Invitation i join fetch i.invitedBy left join fetch i.forMember where i.workspace = ?1 and" + OPEN
                        + " order by i.createdAt",
                workspace,
                now);
    }

    static Optional<Invitation> open(String token, Instant now) {
        return Invitation.<Invitation>find(
                        "from Invitation i join fetch i.workspace left join fetch i.forMember where i.tokenHash = ?1 and"
                                + OPEN,
                        new Token(token).hash(),
                        now)
                .firstResultOptional();
    }

    /** How many of theirs are open: they are no more once their place is taken away. */
    @TemplateExtension
    static long openInvitations(Membership place, Instant now) {
        return count(
                "from Invitation i where i.invitedBy = ?1 and i.forMember is null and" + OPEN + " and i.workspace = ?3",
                place.member,
                now,
                place.workspace);
    }

    static void forgetEnded(Instant before) {
        delete("expiresAt < ?1 or usedAt < ?1 or revokedAt < ?1", before);
    }

    /** Held until the transaction ends: of two who press at once, one gets in. */
    static Optional<Invitation> claimed(String token, Instant now) {
        return Invitation.<Invitation>find(
                        "from Invitation i where i.tokenHash = ?1 and" + OPEN, new Token(token).hash(), now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Which of several it is; empty where nobody said whom it is for. */
    public String told() {
        return forWhom == null || forWhom.isEmpty() ? "" : "the invitation for " + forWhom;
    }

    public Role role() {
        return role;
    }

    Membership accept(Member member, Instant now) {
        usedAt = now;
        usedBy = member;
        return Membership.begin(workspace, member, role, now);
    }

    /** Whoever else is in their account is signed out, and no other link lets anybody in. */
    void renew(String passwordHash, Instant now) {
        Member member = forMember.fresh();
        usedAt = now;
        usedBy = member;
        member.passwordHash = passwordHash;
        Session.endAll(member);
        endFor(member, now);
    }

    void revoke(Viewer by, Instant now) {
        if (role == Role.OWNER) {
            by.must(Right.OWN);
        }
        if (usedAt == null && revokedAt == null) {
            revokedAt = now;
        }
    }
}
