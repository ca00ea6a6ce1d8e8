package pinplan.media;

import java.util.List;

/**
 * A video as its headers describe it.
 *
 * @param width as seen, after the turn that a camera noted
 * @param codec as people call it
 * @param blanked boxes of things that are not the video, such as the place where it was taken
 * @param emptied where in the file the rest of these things lies
 * @param captioned whether words are among them, as captions are
 */
record Video(
        int width,
        int height,
        long durationMillis,
        String codec,
        List<Boxes.Box> blanked,
        List<Samples.Stretch> emptied,
        boolean captioned) {}
