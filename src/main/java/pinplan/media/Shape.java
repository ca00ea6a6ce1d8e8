package pinplan.media;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Optional;

/** A shape that Pinterest shows whole. */
public enum Shape {
    PORTRAIT(2, 3),
    SQUARE(1, 1),
    TALL(9, 16);

    public final int across;
    public final int down;

    Shape(int across, int down) {
        this.across = across;
        this.down = down;
    }

    static Optional<Shape> of(String typed) {
        return Arrays.stream(values())
                .filter(shape -> shape.name().equals(typed))
                .findFirst();
    }

    public String words() {
        return across + " : " + down;
    }

    /**
     * As much of a picture as has this shape.
     *
     * @param at from its left or top, 0, to its right or bottom, 100
     */
    Rectangle in(int width, int height, int at) {
        int wide = (int) Math.min(width, (long) height * across / down);
        int high = (int) Math.min(height, (long) width * down / across);
        return new Rectangle((width - wide) * at / 100, (height - high) * at / 100, wide, high);
    }

    /** Whether there is anything to cut off. */
    boolean fits(int width, int height) {
        return new Rectangle(width, height).equals(in(width, height, 0));
    }
}
