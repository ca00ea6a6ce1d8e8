package pinplan.guest;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import pinplan.media.Media;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;

/** Which pins a link shows: those of its campaign, or those that were chosen, once somebody submitted them and while they stand. */
final class GuestPins {
    private static final List<PinStatus> SHOWN = List.of(
            PinStatus.IN_REVIEW, PinStatus.APPROVED, PinStatus.SCHEDULED, PinStatus.PUBLISHING, PinStatus.PUBLISHED);

    private static final String OF_LINK = "p.workspace = ?1 and p.deletedAt is null and p.status in ?2 and"
            + " (p.campaign = ?3 or exists (from GuestLink l join l.pins chosen where l.id = ?4 and chosen = p))";

    private GuestPins() {}

    /** What waits comes first, and of it what goes out first. */
    static List<Pin> of(GuestLink link, int first, int most) {
        List<Long> ids = Panache.getEntityManager()
                .createQuery(
                        "select p.id from Pin p where " + OF_LINK
                                + " order by case when p.status = ?5 then 0 else 1 end, p.timing.publishAt nulls last, p.id",
                        Long.class)
                .setParameter(1, link.workspace)
                .setParameter(2, SHOWN)
                .setParameter(3, link.campaign)
                .setParameter(4, link.id)
                .setParameter(5, PinStatus.IN_REVIEW)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : Pin.list(
                        "from Pin p left join fetch p.revision left join fetch p.board left join fetch p.account"
                                + " left join fetch p.shots s left join fetch s.media where p.id in ?1"
                                + " order by case when p.status = ?2 then 0 else 1 end, p.timing.publishAt nulls last, p.id",
                        ids,
                        PinStatus.IN_REVIEW);
    }

    static void mustShow(GuestLink link, Long pin) {
        if (Pin.count(
                        "from Pin p where " + OF_LINK + " and p.id = ?5",
                        link.workspace,
                        SHOWN,
                        link.campaign,
                        link.id,
                        pin)
                == 0) {
            throw new NotFoundException();
        }
    }

    /** Only what one of its pins shows. */
    static Media media(GuestLink link, Long id) {
        boolean shown = Pin.count(
                        "from Pin p join p.shots s where " + OF_LINK + " and s.media.id = ?5",
                        link.workspace,
                        SHOWN,
                        link.campaign,
                        link.id,
                        id)
                > 0;
        if (!shown) {
            throw new NotFoundException();
        }
        return Media.in(link.workspace, id);
    }
}
