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

    /** Whether a picture has this shape already. */
    boolean fits(int width, int height) {
        return new Rectangle(width, height).equals(new Place(100, 0, 0).of(this, width, height));
    }
}
