package pinplan.media;

/**
 * What a file turned out to be, cleaned and ready to be kept.
 *
 * @param picture null for a video
 * @param captionsLeftOut whether a video had any
 */
record Looked(Format format, int width, int height, Long durationMillis, Picture picture, boolean captionsLeftOut) {
    static Looked at(Picture picture) {
        return new Looked(picture.format(), picture.seenWidth(), picture.seenHeight(), null, picture, false);
    }

    static Looked at(Format format, Video video) {
        return new Looked(format, video.width(), video.height(), video.durationMillis(), null, video.captioned());
    }
}
