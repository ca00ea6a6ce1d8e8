package pinplan.media;

import java.awt.image.BufferedImage;

/**
 * How a picture looks, in 64 bits: of eight rows of nine tiles, whether each is brighter than the next to its right. Another
 * size, other colours or a stronger packing change few of them.
 */
final class Look {
    /** Up to so many of the bits differ between two pictures that look alike. */
    static final int NEAR = 6;

    private static final int ROWS = 8;
    private static final int TILES = 9;

    /** Of 255: less is what packing makes of an even ground. */
    private static final double BRIGHTER = 2;

    private Look() {}

    static long of(BufferedImage picture) {
        long look = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int tile = 0; tile < TILES - 1; tile++) {
                boolean brighter = light(picture, tile, row) - light(picture, tile + 1, row) > BRIGHTER;
                look = look << 1 | (brighter ? 1 : 0);
            }
        }
        return look;
    }

    private static double light(BufferedImage picture, int tile, int row) {
        int left = tile * picture.getWidth() / TILES;
        int right = (tile + 1) * picture.getWidth() / TILES;
        int top = row * picture.getHeight() / ROWS;
        int bottom = (row + 1) * picture.getHeight() / ROWS;
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int rgb = picture.getRGB(x, y);
                sum += 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
            }
        }
        return sum / ((right - left) * (bottom - top));
    }
}
