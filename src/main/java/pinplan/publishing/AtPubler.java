package pinplan.publishing;

import java.util.List;
import pinplan.publer.PublerMedia;

/**
 * A media of ours as Publer has it.
 *
 * @param covers what of it can stand for a video; none: Publer has made none yet; null: that is not known any more
 */
record AtPubler(String id, List<PublerMedia.Thumbnail> covers) {}
