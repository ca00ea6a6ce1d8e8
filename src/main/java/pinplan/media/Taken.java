package pinplan.media;

/** What became of something that was sent: the media that it is now, and whether that is new. */
public record Taken(Media media, How how) {
    public enum How {
        NEW,
        /** The same bytes were here. */
        KNOWN,
        /** The same bytes were in the bin. */
        BACK
    }
}
