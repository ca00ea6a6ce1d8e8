package pinplan.media;

/**
 * What a file turned out to be, cleaned and ready to be kept.
 *
 * @param picture null for a video
 */
record Looked(Format format, int width, int height, Long durationMillis, Picture picture) {
    static Looked at(Picture picture) {
        return new Looked(picture.format(), picture.seenWidth(), picture.seenHeight(), null, picture);
    }

    static Looked at(Format format, Video video) {
        return new Looked(format, video.width(), video.height(), video.durationMillis(), null);
    }
}
