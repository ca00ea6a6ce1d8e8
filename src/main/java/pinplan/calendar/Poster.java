package pinplan.calendar;

import pinplan.media.Thumbnails;

/** The picture that stands for a pin, in the size that a view shows. */
public record Poster(long media, String sha256) {
    /** @param width in pixels, one of those that Thumbnails makes */
    public String wide(int width) {
        return Thumbnails.url(media, sha256, width);
    }
}
