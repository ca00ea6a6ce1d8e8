package pinplan.change;

import java.util.List;
import pinplan.media.Media;
import pinplan.media.MediaWords;
import pinplan.media.Thumbnails;
import pinplan.pin.Pin;
import pinplan.pin.Shot;

/**
 * All of a pin that reaches Pinterest: what people agree to.
 *
 * @param place its board and account; empty while it has none
 */
public record Ships(String title, String description, String link, String place, List<Picture> pictures) {
    /** Twice the width that is shown, for dense screens. */
    private static final int THUMB = 112;

    /** @param cover what stands for a film, in words; empty where none is chosen */
    public record Picture(String thumb, String file, boolean video, String altText, String cover) {
        static Picture of(Shot shot) {
            Media face = shot.face();
            return new Picture(
                    Thumbnails.url(face.id, face.sha256, THUMB),
                    MediaWords.file(shot.media),
                    shot.media.video(),
                    shot.altText,
                    shot.coverWords());
        }
    }

    static Ships of(Pin pin) {
        return new Ships(
                pin.title(),
                pin.description(),
                pin.leads().ships(),
                pin.board() == null ? "" : pin.board().name + " · " + pin.account().name,
                pin.shots().stream().map(Picture::of).toList());
    }
}
