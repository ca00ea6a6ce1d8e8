package pinplan.media;

import io.quarkus.qute.TemplateExtension;
import java.time.Duration;

/**
 * What pages say and show of a media: {@code {media.thumb}}, {@code {media.thumb(504)}}, {@code {media.thumbs}} for
 * {@code srcset}, {@code {media.whole}}, {@code {media.file}}, and its facts {@code {media.pixels}}, {@code {media.weight}}, {@code {media.length}}.
 */
@TemplateExtension
public class MediaWords {
    private MediaWords() {}

    public static String thumb(Media media) {
        return Thumbnails.url(media, 252);
    }

    /** @param width one of 56, 112, 252, 504; the height is half as much again */
    public static String thumb(Media media, int width) {
        return Thumbnails.url(media, width);
    }

    public static String thumbs(Media media) {
        StringBuilder all = new StringBuilder();
        for (int width : Thumbnails.WIDTHS) {
            all.append(all.isEmpty() ? "" : ", ")
                    .append(Thumbnails.url(media, width))
                    .append(' ')
                    .append(width)
                    .append('w');
        }
        return all.toString();
    }

    /** Not cut: as high as the picture is, by its width. */
    public static String whole(Media media) {
        return Thumbnails.url(media, Thumbnails.WHOLE);
    }

    public static String file(Media media) {
        return "/media/" + media.id + "/file";
    }

    public static String pixels(Media media) {
        return Words.pixels(media.width, media.height);
    }

    public static String weight(Media media) {
        return Words.bytes(media.byteCount);
    }

    /** Empty for a picture. */
    public static String length(Media media) {
        return media.durationMillis == null ? "" : Words.length(Duration.ofMillis(media.durationMillis));
    }
}
