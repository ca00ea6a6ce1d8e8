package pinplan.media;

import java.awt.Rectangle;

/**
 * A picture as its headers describe it.
 *
 * @param width as stored, before the camera's turn
 * @param orientation EXIF's 1 to 8; 1 is upright
 * @param clean the same picture without anything that is not the picture
 */
record Picture(Format format, int width, int height, int frames, int orientation, byte[] clean) {
    boolean lying() {
        return orientation >= 5;
    }

    /** All of it. */
    Rectangle seen() {
        return new Rectangle(seenWidth(), seenHeight());
    }

    int seenWidth() {
        return lying() ? height : width;
    }

    int seenHeight() {
        return lying() ? width : height;
    }
}
