package pinplan.link;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether it may be our own network that fails. That a server can't be reached is held against it only where another one
 * answered within the last minutes. Where none did, its page counts as not looked at, another server is asked, and then this
 * one again. Where pins lead to one server alone nobody can tell, so that its silence counts.
 */
final class OwnNetwork {
    /** Less than the time from one look at a silent server to the next, so that no outage is held against it twice. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    /** Pages are looked at weekly at least: a server that did not answer for so long says nothing about our network. */
    private static final Duration A_WITNESS = Duration.ofDays(8);

    private static final String WITNESS = " from page_host h join destination d on d.host = h.host"
            + " where h.host <> :host and h.answered_at > :witness and d.check_at is not null";

    /** While none has ever answered, any other is one that may. */
    private static final String SUSPECTED = "select (exists (select 1" + WITNESS + ")"
            + " or not exists (select 1 from page_host where answered_at is not null)"
            + " and exists (select 1 from destination where host <> :host and check_at is not null))"
            + " and not exists (select 1 from page_host where host <> :host and answered_at > :since)";

    /** The one that answered last and may be asked: so those that are silent wait for the same one. It may be about to be asked anyway. */
    private static final String ASK_ANOTHER =
            "update destination set check_at = :now where id = (select id from destination"
                    + " where check_at > :soon and id = (select d.id" + WITNESS
                    + " and h.free_at <= :now order by h.answered_at desc, d.check_at limit 1)"
                    + " for no key update skip locked)";

    private OwnNetwork() {}

    /** @param host that can't be reached */
    static boolean suspected(String host, Instant now) {
        return (Boolean) database()
                .createNativeQuery(SUSPECTED)
                .setParameter("host", host)
                .setParameter("witness", now.minus(A_WITNESS))
                .setParameter("since", now.minus(LATELY))
                .getSingleResult();
    }

    /** @param soon when this one is asked again */
    static void askAnother(String host, Instant now, Instant soon) {
        database()
                .createNativeQuery(ASK_ANOTHER)
                .setParameter("host", host)
                .setParameter("witness", now.minus(A_WITNESS))
                .setParameter("now", now)
                .setParameter("soon", soon)
                .executeUpdate();
    }

    private static EntityManager database() {
        return Destination.getEntityManager();
    }
}
