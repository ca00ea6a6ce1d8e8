package pinplan.guest;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import pinplan.pin.Refused;

/** How fast a link's guests may talk: whoever has it may write, and each comment is told to people. */
final class Pace {
    /** More than some people say about a dozen pins while they meet, and few enough for a team's inbox. */
    static final int MOST = 30;

    static final Duration WITHIN = Duration.ofMinutes(10);

    private Pace() {}

    /** The link is locked, so that what is sent side by side is counted one after the other. */
    static void keep(GuestLink link, Instant now) {
        GuestLink.findById(link.id, LockModeType.PESSIMISTIC_WRITE);
        Long said = Panache.getEntityManager()
                .createQuery(
                        "select count(*) from Comment c where c.madeAt > ?2"
                                + " and c.guestId in (select g.id from Guest g where g.link = ?1)",
                        Long.class)
                .setParameter(1, link)
                .setParameter(2, now.minus(WITHIN))
                .getSingleResult();
        if (said >= MOST) {
            throw new Refused(
                    "text",
                    "This link already posted %d comments in %d minutes, which is the most it may. Yours was not sent; wait a little, then send it again."
                            .formatted(MOST, WITHIN.toMinutes()));
        }
    }
}
