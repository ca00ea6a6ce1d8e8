package pinplan.media;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/** Which pictures look alike. Templates ask {@code inject:mediaLikeness}. */
@Named("mediaLikeness")
@ApplicationScoped
public class Likeness {
    private static final Logger LOG = Logger.getLogger(Likeness.class);
    private static final int SHOWN = 4;

    /** A tick's worth: the rest follows with the next. */
    private static final int AT_ONCE = 200;

    private final Thumbnails thumbnails;
    /** What can't be looked at holds up nothing: the next tick goes on below it. */
    private long below = Long.MAX_VALUE;

    @Inject
    Likeness(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    /** Those of its workspace that look most like it, the nearest first; none for what nobody looked at yet. */
    @SuppressWarnings("unchecked")
    public List<Media> to(Media media) {
        if (media.look == null) {
            return List.of();
        }
        String apart = "bit_count(cast(media.look # :look as bit(64)))";
        return Media.getEntityManager()
                .createNativeQuery(
                        "select media.* from media where media.workspace_id = :workspace and media.id <> :id"
                                + " and media.look is not null and media.binned_at is null and " + apart + " <= :near"
                                + " order by " + apart + ", media.id desc",
                        Media.class)
                .setParameter("workspace", media.workspace.id)
                .setParameter("id", media.id)
                .setParameter("look", media.look)
                .setParameter("near", Look.NEAR)
                .setMaxResults(SHOWN)
                .getResultList();
    }

    /** Looks at some of the pictures that nobody looked at yet. */
    void catchUp() {
        List<Media> some = QuarkusTransaction.requiringNew().call(() -> Media.unlooked(below, AT_ONCE));
        some.forEach(this::look);
        below = some.size() < AT_ONCE ? Long.MAX_VALUE : some.get(some.size() - 1).id;
    }

    private void look(Media media) {
        try {
            Long look = thumbnails.look(media);
            QuarkusTransaction.requiringNew().run(() -> Media.update("look = ?1 where id = ?2", look, media.id));
        } catch (IOException | Refusal | RuntimeException unreadable) {
            LOG.debugf("Media %d can't be looked at: %s", media.id, unreadable.getMessage());
        }
    }
}
