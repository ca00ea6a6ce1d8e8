package pinplan.media;

import java.awt.Rectangle;

/**
 * Which part of a picture, of all that have one shape.
 *
 * @param size   in hundredths of the largest one
 * @param across from the left edge, 0, to the right one, 100
 * @param down   from the top, 0, to the bottom, 100
 */
record Place(int size, int across, int down) {
    Rectangle of(Shape shape, int width, int height) {
        int wide = part(size, Math.min(width, (long) height * shape.across / shape.down));
        int high = part(size, Math.min(height, (long) width * shape.down / shape.across));
        return new Rectangle(part(across, width - wide), part(down, height - high), wide, high);
    }

    private static int part(int hundredths, long whole) {
        return (int) (whole * hundredths / 100);
    }
}
