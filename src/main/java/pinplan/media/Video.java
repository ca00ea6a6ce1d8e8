package pinplan.media;

import java.util.List;

/**
 * A video as its headers describe it.
 *
 * @param width as seen, after the turn that a camera noted
 * @param codec as people call it
 * @param blanked where in the file things lie that are not the video, such as the place where it was taken
 */
record Video(int width, int height, long durationMillis, String codec, List<Boxes.Box> blanked) {}
