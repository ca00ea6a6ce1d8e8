package pinplan.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts wrong passwords per account and per address, in the database, so that replicas share the count. Each try is counted
 * before the password is looked at: tries sent side by side gain nothing.
 */
@ApplicationScoped
class Throttle {
    /** A day without a failure forgets. */
    private static final Duration MEMORY = Duration.ofDays(1);

    private final EntityManager database;

    Throttle(EntityManager database) {
        this.database = database;
    }

    /** Nobody stays locked out: the delay grows from one second and stops growing. */
    enum Kind {
        /** Short at its longest, because anybody can keep a colleague's account busy. */
        ACCOUNT(5, Duration.ofMinutes(2)),
        /** An office may share one. */
        ADDRESS(20, Duration.ofMinutes(15));

        private final int free;
        private final Duration longest;

        Kind(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        Duration delay(int failures) {
            if (failures < free) {
                return Duration.ZERO;
            }
            Duration grown = Duration.ofSeconds(1L << Math.min(failures - free, 20));
            return grown.compareTo(longest) < 0 ? grown : longest;
        }

        String subject(String of) {
            return name().toLowerCase(java.util.Locale.ROOT) + ":" + of;
        }
    }

    /** Zero: go ahead, and it is already counted. More: wait that long. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Duration count(Kind kind, String of, Instant now) {
        String subject = kind.subject(of);
        database.createNativeQuery("insert into sign_in_throttle (subject, failures, last_failed_at, blocked_until)"
                        + " values (:subject, 0, :now, :now) on conflict (subject) do nothing")
                .setParameter("subject", subject)
                .setParameter("now", now)
                .executeUpdate();
        Object[] row = (Object[])
                database.createNativeQuery("select failures, last_failed_at, blocked_until from sign_in_throttle"
                                + " where subject = :subject for update")
                        .setParameter("subject", subject)
                        .getSingleResult();
        int failures = ((Number) row[0]).intValue();
        Instant lastFailedAt = (Instant) row[1];
        Instant blockedUntil = (Instant) row[2];
        if (blockedUntil.isAfter(now)) {
            return Duration.between(now, blockedUntil);
        }
        int counted = lastFailedAt.plus(MEMORY).isBefore(now) ? 1 : failures + 1;
        database.createNativeQuery("update sign_in_throttle set failures = :failures, last_failed_at = :now,"
                        + " blocked_until = :until where subject = :subject")
                .setParameter("failures", counted)
                .setParameter("now", now)
                .setParameter("until", now.plus(kind.delay(counted)))
                .setParameter("subject", subject)
                .executeUpdate();
        return Duration.ZERO;
    }

    /** The password was right: the account starts afresh, the address only gets this one try back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forgive(String account, String address, Instant now) {
        database.createNativeQuery("delete from sign_in_throttle where subject = :subject")
                .setParameter("subject", Kind.ACCOUNT.subject(account))
                .executeUpdate();
        database.createNativeQuery(
                        "update sign_in_throttle set failures = greatest(failures - 1, 0), blocked_until = :now"
                                + " where subject = :subject")
                .setParameter("subject", Kind.ADDRESS.subject(address))
                .setParameter("now", now)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int forgetOld(Instant now) {
        return database.createNativeQuery("delete from sign_in_throttle where last_failed_at < :before")
                .setParameter("before", now.minus(MEMORY))
                .executeUpdate();
    }
}
