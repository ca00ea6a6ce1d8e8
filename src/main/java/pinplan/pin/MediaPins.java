package pinplan.pin;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import pinplan.media.Media;
import pinplan.pin.BoardPins.Planned;

/** What the page of a media asks of pins: {@code {media.shownBy}}. */
@TemplateExtension
final class MediaPins {
    /** A picture in more pins than that is known to be in use. */
    private static final int SHOWN = 50;

    private MediaPins() {}

    /** The latest first. */
    static List<Planned> shownBy(Media media) {
        return Pin.getEntityManager()
                .createQuery(
                        "select p, m, c from Pin p left join fetch p.board left join p.shots f on index(f) = 0"
                                + " left join f.media m left join f.cover c where p.deletedAt is null"
                                + " and exists (select 1 from p.shots s where s.media = ?1 or s.cover = ?1) order by p.id desc",
                        Object[].class)
                .setParameter(1, media)
                .setMaxResults(SHOWN)
                .getResultList()
                .stream()
                .map(row -> new Planned((Pin) row[0], (Media) (row[2] == null ? row[1] : row[2])))
                .toList();
    }

    /** Those that show it no more, and would again if somebody went back to a revision. */
    static List<Pin> shownEarlierBy(Media media) {
        List<Long> had = Revision.pinsThatHad(media, SHOWN);
        return had.isEmpty()
                ? List.of()
                : Pin.list(
                        "from Pin p where p.id in ?1 and p.deletedAt is null"
                                + " and not exists (select 1 from p.shots s where s.media = ?2 or s.cover = ?2) order by p.id desc",
                        had,
                        media);
    }
}
