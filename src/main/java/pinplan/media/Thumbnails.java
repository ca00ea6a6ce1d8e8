package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Small pictures of media, made once and kept on disk: 2:3 like a pin on a board, and the whole for those who look at the pin itself. */
@ApplicationScoped
public class Thumbnails {
    /** For a chip, a list row, a card and a preview, each also serving the next smaller one on a dense screen. */
    static final int[] WIDTHS = {56, 112, 252, 504};
    /** The one that is not cut: at most as wide, as high as the picture is, and made when it is first asked for. */
    public static final int WHOLE = 720;

    private static final int HIGHEST = 3 * WHOLE;

    private static final int LOOKED_AT = 112;

    private final MediaStore store;
    private final ImageProbe images;
    private final Decoder decoder;

    @Inject
    Thumbnails(MediaStore store, ImageProbe images, Decoder decoder) {
        this.store = store;
        this.images = images;
        this.decoder = decoder;
    }

    /** Every URL names the bytes that it shows, so it may be kept for ever. */
    static String url(Media media, int width) {
        return url(media.id, media.sha256, width);
    }

    /** For lists that read no entities. */
    public static String url(long mediaId, String sha256, int width) {
        return "/media/" + mediaId + "/" + digest(sha256) + "-" + width + ".jpg";
    }

    static String digest(Media media) {
        return digest(media.sha256);
    }

    private static String digest(String sha256) {
        return sha256.substring(0, 16);
    }

    static boolean offers(int width) {
        return width == WHOLE || IntStream.of(WIDTHS).anyMatch(one -> one == width);
    }

    static int height(int width) {
        return width * 3 / 2;
    }

    void make(String key, Picture picture) throws IOException, Refusal {
        make(key, decoder.middle(picture));
    }

    void makeCard(String key) throws IOException {
        make(key, FilmCard.draw());
    }

    /** The file to serve; made again when the cache was emptied. */
    Path file(Media media, int width) throws IOException, Refusal {
        Path file = store.thumbnail(media.storeKey, width);
        if (!Files.exists(file)) {
            if (width == WHOLE) {
                makeWhole(media, file);
            } else if (media.video()) {
                makeCard(media.storeKey);
            } else {
                make(media.storeKey, images.read(Files.readAllBytes(store.path(media))));
            }
        }
        return file;
    }

    private void makeWhole(Media media, Path file) throws IOException, Refusal {
        BufferedImage whole = media.video()
                ? FilmCard.draw()
                : decoder.whole(images.read(Files.readAllBytes(store.path(media))), WHOLE, HIGHEST);
        double scale = Decoder.scale(whole.getWidth(), whole.getHeight(), WHOLE, HIGHEST);
        int width = (int) Math.max(1, Math.round(whole.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(whole.getHeight() * scale));
        write(whole, width, height, file);
    }

    /** How it looks, made again where the cache was emptied; null for a video. */
    Long look(Media media) throws IOException, Refusal {
        if (media.video()) {
            return null;
        }
        BufferedImage small = ImageIO.read(file(media, LOOKED_AT).toFile());
        if (small == null) {
            throw Cursor.damaged();
        }
        return Look.of(small);
    }

    private void make(String key, BufferedImage middle) throws IOException {
        for (int width : WIDTHS) {
            write(middle, width, height(width), store.thumbnail(key, width));
        }
    }

    private void write(BufferedImage picture, int width, int height, Path file) throws IOException {
        Path draft = store.draft();
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                net.coobird.thumbnailator.Thumbnails.of(picture)
                        .forceSize(width, height)
                        .outputFormat("jpg")
                        .outputQuality(0.82)
                        .toOutputStream(out);
            }
            store.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
