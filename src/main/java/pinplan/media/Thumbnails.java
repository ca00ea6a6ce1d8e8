package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;

/** Small pictures of media, 2:3 like a pin on a board. */
@ApplicationScoped
public class Thumbnails {
    /** The width of a chip, a list row, a card and a preview, each in the size of two pixels per point where it matters. */
    static final int[] WIDTHS = {56, 112, 252, 504};

    /** Every URL names the bytes that it shows, so it may be kept for ever. */
    static String url(Media media, int width) {
        return "/media/" + media.id + "/" + media.sha256.substring(0, 16) + "-" + width + ".jpg";
    }
}
