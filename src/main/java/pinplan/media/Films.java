package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** How a film is coded: read where somebody asks, since only its bytes know. Templates ask {@code inject:films.codec(media)}. */
@Named("films")
@ApplicationScoped
public class Films {
    private final MediaStore store;
    private final VideoProbe videos;

    @Inject
    Films(MediaStore store, VideoProbe videos) {
        this.store = store;
        this.videos = videos;
    }

    /** Empty for a picture, and for what can't be read any more. */
    public String codec(Media media) {
        if (!media.video()) {
            return "";
        }
        try {
            return videos.read(store.path(media)).codec();
        } catch (IOException | Refusal unreadable) {
            return "";
        }
    }
}
