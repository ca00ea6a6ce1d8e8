package pinplan.guest;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import pinplan.media.Media;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Revision;
import pinplan.review.Diff;
import pinplan.team.Workspace;

/** Which pins a link shows: those of its campaign, or those that were chosen, once somebody submitted them and while they stand. */
final class GuestPins {
    private static final List<PinStatus> SHOWN = List.of(
            PinStatus.IN_REVIEW, PinStatus.APPROVED, PinStatus.SCHEDULED, PinStatus.PUBLISHING, PinStatus.PUBLISHED);

    /** While Publer deletes what was approved, a pin may be a draft again already. */
    private static final String SHOWN_ONES = "p.workspace = ?1 and p.deletedAt is null and p.status in ?2"
            + " and (p.status = PUBLISHED or p.standing.editorial in (IN_REVIEW, APPROVED)) and ";

    private static final String OF_CAMPAIGN = SHOWN_ONES + "p.campaign = ?3";
    private static final String CHOSEN =
            SHOWN_ONES + "p in (select chosen from GuestLink l join l.pins chosen where l = ?3)";

    /** More pins than anybody makes of one picture. */
    private static final int SAME_PICTURE = 200;

    private GuestPins() {}

    private static String which(GuestLink link) {
        return link.campaign == null ? CHOSEN : OF_CAMPAIGN;
    }

    private static Object from(GuestLink link) {
        return link.campaign == null ? link : link.campaign;
    }

    /** What waits comes first, and of it what goes out first. */
    static List<Pin> of(GuestLink link, int first, int most) {
        List<Long> ids = Panache.getEntityManager()
                .createQuery(
                        "select p.id from Pin p where " + which(link)
                                + " order by case when p.status = ?4 then 0 else 1 end, p.timing.publishAt nulls last, p.id",
                        Long.class)
                .setParameter(1, link.workspace)
                .setParameter(2, SHOWN)
                .setParameter(3, from(link))
                .setParameter(4, PinStatus.IN_REVIEW)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : Pin.list(
                        "from Pin p left join fetch p.revision left join fetch p.board left join fetch p.account"
                                + " left join fetch p.shots s left join fetch s.media left join fetch s.cover where p.id in ?1"
                                + " order by case when p.status = ?2 then 0 else 1 end, p.timing.publishAt nulls last, p.id",
                        ids,
                        PinStatus.IN_REVIEW);
    }

    /** Those of a link that are in review: the first to go out first. */
    static List<Pin> inReview(GuestLink link, int most) {
        return Pin.<Pin>find(
                        "from Pin p left join fetch p.revision where " + which(link)
                                + " order by p.timing.publishAt nulls last, p.id",
                        link.workspace,
                        List.of(PinStatus.IN_REVIEW),
                        from(link))
                .page(0, most)
                .list();
    }

    /** For a link of those that somebody chooses: the first to go out first. */
    static List<Pin> inReview(Workspace workspace, int most) {
        return Pin.<Pin>find(
                        "from Pin p left join fetch p.board where p.workspace = ?1 and p.status = ?2 and p.deletedAt is null"
                                + " order by p.timing.publishAt nulls last, p.id",
                        workspace,
                        PinStatus.IN_REVIEW)
                .page(0, most)
                .list();
    }

    static boolean shows(GuestLink link, Long pin) {
        return Pin.count("from Pin p where " + which(link) + " and p.id = ?4", link.workspace, SHOWN, from(link), pin)
                > 0;
    }

    /** For every verb: it stays on the page until that is done. */
    static Pin locked(GuestLink link, Long id) {
        Pin pin = Pin.lockedEvenDeleted(link.workspace, id);
        if (!shows(link, id)) {
            throw new GuestVoice.Gone();
        }
        return pin;
    }

    /** What somebody was shown of this pin who knows this fingerprint: nobody guesses one, and it is told on no other page of guests. */
    static Optional<Revision> shown(GuestLink link, Long id, String fingerprint) {
        return Revision.<Revision>find(
                        "pin.workspace = ?1 and pin.id = ?2 and fingerprint = ?3", link.workspace, id, fingerprint)
                .firstResultOptional();
    }

    /** Only what one of its pins shows, or showed when it was decided on before. */
    static Media media(Visit visit, Long id) {
        GuestLink link = visit.link();
        Media media = Media.in(link.workspace, id);
        boolean shown = Pin.count(
                        "from Pin p join p.shots s where " + which(link) + " and (s.media.id = ?4 or s.cover.id = ?4)",
                        link.workspace,
                        SHOWN,
                        from(link),
                        id)
                > 0;
        if (!shown
                && Diff.of(onceWith(link, media), visit.actor()).values().stream()
                        .noneMatch(diff -> diff.showed(id))) {
            throw new NotFoundException();
        }
        return media;
    }

    /** Those in review of which a revision has this picture. */
    private static List<Pin> onceWith(GuestLink link, Media media) {
        List<Long> ids = Revision.pinsThatHad(media, SAME_PICTURE);
        return ids.isEmpty()
                ? List.of()
                : Pin.list(
                        "from Pin p join fetch p.revision where " + which(link) + " and p.status = ?4 and p.id in ?5",
                        link.workspace,
                        SHOWN,
                        from(link),
                        PinStatus.IN_REVIEW,
                        ids);
    }
}
