package pinplan.media;

import java.awt.Rectangle;

/** How a camera was held, by EXIF's numbers 1 to 8: where in the stored picture that is which one sees upright. */
enum Turn {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    TO_THE_RIGHT(true, false, true),
    TRANSVERSED(true, true, true),
    TO_THE_LEFT(true, true, false);

    private final boolean lies;
    private final boolean fromRight;
    private final boolean fromBottom;

    Turn(boolean lies, boolean fromRight, boolean fromBottom) {
        this.lies = lies;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    static Turn of(int orientation) {
        return values()[orientation - 1];
    }

    /** @param width of the picture as stored */
    Rectangle stored(Rectangle seen, int width, int height) {
        Rectangle laid = lies ? new Rectangle(seen.y, seen.x, seen.height, seen.width) : new Rectangle(seen);
        if (fromRight) {
            laid.x = width - laid.x - laid.width;
        }
        if (fromBottom) {
            laid.y = height - laid.y - laid.height;
        }
        return laid;
    }
}
