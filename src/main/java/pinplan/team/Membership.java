package pinplan.team;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A member's place in a workspace. */
@Entity
public class Membership extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY)
    public Workspace workspace;

    @ManyToOne(fetch = FetchType.LAZY)
    public Member member;

    @Enumerated(EnumType.STRING)
    private Role role;

    public Instant joinedAt;
    private Instant removedAt;
    private Instant awayUntil;

    /** Who decides in their place while they are away; null: admins and owners do. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Member delegate;

    /** Who was removed and comes back gets their old place, so that history keeps naming one person. */
    public static Membership begin(Workspace workspace, Member member, Role role, Instant now) {
        Membership membership = Membership.<Membership>find("workspace = ?1 and member = ?2", workspace, member)
                .firstResultOptional()
                .orElseGet(Membership::new);
        membership.workspace = workspace;
        membership.member = member;
        membership.role = role;
        membership.joinedAt = now;
        membership.removedAt = null;
        membership.awayUntil = null;
        membership.persist();
        return membership;
    }

    public static Membership in(Workspace workspace, Long id) {
        return Membership.<Membership>find(
                        "from Membership m join fetch m.member where m.workspace = ?1 and m.id = ?2 and m.removedAt is null",
                        workspace,
                        id)
                .firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    public static List<Membership> of(Workspace workspace) {
        return list(
                "from Membership m join fetch m.member join fetch m.workspace left join fetch m.delegate where m.workspace = ?1 and m.removedAt is null order by lower(m.member.name), m.id",
                workspace);
    }

    /** The numbers of those members who have this right there. */
    public static Set<Long> having(Right right, Workspace workspace) {
        return of(workspace).stream()
                .filter(membership -> membership.role.may(right))
                .map(membership -> membership.member.id)
                .collect(Collectors.toSet());
    }

    /** Those too who were removed. */
    public static List<Membership> ever(Workspace workspace) {
        return list(
                "from Membership m join fetch m.member where m.workspace = ?1 order by lower(m.member.name), m.id",
                workspace);
    }

    public static Optional<Membership> of(Member member) {
        return Membership.<Membership>find(
                        "from Membership m join fetch m.workspace where m.member = ?1 and m.removedAt is null", member)
                .firstResultOptional();
    }

    /** Theirs, in the transaction that is open. */
    static Membership of(Workspace workspace, Member member) {
        return Membership.<Membership>find(
                        "from Membership m left join fetch m.delegate where m.workspace = ?1 and m.member = ?2",
                        workspace,
                        member)
                .firstResult();
    }

    /** @param until null: not away any more */
    void goAway(Instant until, Member delegate) {
        awayUntil = until;
        this.delegate = delegate;
    }

    static void keepDaysAway(Workspace workspace, ZoneId from, ZoneId to) {
        Membership.<Membership>list("workspace = ?1 and awayUntil is not null", workspace)
                .forEach(place -> place.awayUntil = LocalDate.ofInstant(place.awayUntil, from)
                        .atStartOfDay(to)
                        .toInstant());
    }

    /** Whose absence is over is not replaced any more. */
    public static void isBack(Long id, Instant now) {
        update("awayUntil = null where id = ?1 and awayUntil <= ?2", id, now);
    }

    public static List<Long> back(Instant now) {
        return getEntityManager()
                .createQuery("select m.id from Membership m where m.awayUntil <= ?1 order by m.id", Long.class)
                .setParameter(1, now)
                .getResultList();
    }

    /** Whether they were removed. */
    public boolean over() {
        return removedAt != null;
    }

    Instant awayUntil() {
        return awayUntil;
    }

    public boolean away(Instant now) {
        return awayUntil != null && awayUntil.isAfter(now);
    }

    public LocalDate lastDayAway() {
        return LocalDate.ofInstant(awayUntil, workspace.zone).minusDays(1);
    }

    public Member delegate() {
        return delegate;
    }

    public Role role() {
        return role;
    }

    /** What the team page calls the field that changes this role. */
    public String field() {
        return "role" + id;
    }

    /** Only an owner touches owners, and the last one stays. The caller holds the workspace's lock. */
    public void changeRole(Role to, Viewer by, Instant now) {
        if (to == role) {
            return;
        }
        if (role == Role.OWNER || to == Role.OWNER) {
            by.must(Right.OWN);
        }
        if (role == Role.OWNER) {
            refuseForLastOwner("The last owner keeps this role. Make someone else an owner first.");
        }
        role = to;
        Session.renewAll(member);
        Invitation.endFallen(this, now);
    }

    public void remove(Viewer by, Instant now) {
        if (role == Role.OWNER) {
            by.must(Right.OWN);
            refuseForLastOwner("The last owner can't be removed. Make someone else an owner first.");
        }
        removedAt = now;
        Session.endAll(member);
        Invitation.endFallen(this, now);
        CDI.current()
                .getBeanManager()
                .getEvent()
                .select(MemberRemoved.class)
                .fire(new MemberRemoved(this, by.member(), now));
    }

    private void refuseForLastOwner(String sentence) {
        if (count("workspace = ?1 and role = ?2 and removedAt is null", workspace, Role.OWNER) < 2) {
            throw new LastOwner(sentence);
        }
    }

    /** The rule that a workspace always has an owner. */
    public static class LastOwner extends ForbiddenException {
        LastOwner(String sentence) {
            super(sentence);
        }
    }
}
