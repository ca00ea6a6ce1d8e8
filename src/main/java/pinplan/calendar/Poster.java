package pinplan.calendar;

import pinplan.media.Thumbnails;

/**
 * The picture that stands for a pin, in the size that a view shows.
 *
 * @param width in pixels; null: it is a film, and height: the same
 */
public record Poster(long media, String sha256, Integer width, Integer height) {
    /** What hardly anybody sees is no reason to show another picture. */
    private static final double ABOUT = 1.02;

    /** @param width in pixels, one of those that Thumbnails makes */
    public String wide(int width) {
        return Thumbnails.url(media, sha256, width);
    }

    /** Whether the 2:3 that a picture of a pin has at most would cut its sides: Pinterest shows all of it. */
    public boolean flat() {
        return width != null && height > 0 && 3 * width > 2 * height * ABOUT;
    }

    public String whole() {
        return Thumbnails.url(media, sha256, Thumbnails.WHOLE);
    }

    /** How high all of it is at this width, in pixels. */
    public long high(int wide) {
        return Math.max(1, Math.round((double) wide * height / width));
    }
}
