package pinplan.pin;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import pinplan.media.Media;

/** What the page of a media asks of pins: {@code {media.shownEarlierBy}}. */
@TemplateExtension
final class MediaPins {
    /** A picture that was in more pins than that is known to be of use. */
    private static final int SHOWN = 50;

    private MediaPins() {}

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
