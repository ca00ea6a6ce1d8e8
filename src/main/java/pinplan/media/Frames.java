package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;

/** How many pictures a GIF has: counted where somebody asks, since only its bytes know. */
@ApplicationScoped
class Frames {
    private final MediaStore store;
    private final ImageProbe images;

    @Inject
    Frames(MediaStore store, ImageProbe images) {
        this.store = store;
        this.images = images;
    }

    /** In words; empty for anything that does not move, or can't be read any more. */
    String of(Media media) {
        if (!media.contentType.equals(Format.GIF.contentType)) {
            return "";
        }
        try {
            int frames = images.read(Files.readAllBytes(store.path(media))).frames();
            return frames == 1 ? "" : frames + " frames";
        } catch (IOException | Refusal unreadable) {
            return "";
        }
    }
}
