package pinplan.pin;

import io.quarkus.qute.TemplateExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pinplan.media.Media;

/** Which pins show a media: {@code {#let uses=media.items.uses}}, then {@code {uses.of(one)}}. One query for a whole page. */
public final class MediaUses {
    /** More names help nobody. */
    private static final int NAMED = 3;

    private final Map<Long, List<Use>> byMedia = new HashMap<>();

    private MediaUses() {}

    public record Use(long media, long pin, String title, String link) {
        public String name() {
            return Called.by(title, link);
        }
    }

    @TemplateExtension
    static MediaUses uses(List<Media> shown) {
        MediaUses uses = new MediaUses();
        if (!shown.isEmpty()) {
            Pin.getEntityManager()
                    .createQuery(
                            "select distinct new pinplan.pin.MediaUses$Use(m.id, p.id, p.title, p.link.typed) from Pin p join p.shots s"
                                    + " join Media m on m = s.media or m = s.cover"
                                    + " where p.deletedAt is null and m in ?1 order by p.id desc",
                            Use.class)
                    .setParameter(1, shown)
                    .getResultList()
                    .forEach(use -> uses.byMedia
                            .computeIfAbsent(use.media, id -> new java.util.ArrayList<>())
                            .add(use));
        }
        return uses;
    }

    public List<Use> of(Media media) {
        List<Use> all = all(media);
        return all.subList(0, Math.min(NAMED, all.size()));
    }

    public int more(Media media) {
        return Math.max(0, all(media).size() - NAMED);
    }

    private List<Use> all(Media media) {
        return byMedia.getOrDefault(media.id, List.of());
    }
}
