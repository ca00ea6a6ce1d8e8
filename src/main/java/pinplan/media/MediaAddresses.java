package pinplan.media;

import io.quarkus.qute.TemplateExtension;

/** Where a page finds a media: {@code {media.thumb}}, {@code {media.thumb(504)}}, {@code {media.thumbs}}, {@code {media.file}}. */
@TemplateExtension
public class MediaAddresses {
    private MediaAddresses() {}

    public static String thumb(Media media) {
        return Thumbnails.url(media, 252);
    }

    /** @param width one of 56, 112, 252, 504; the height is half as much again */
    public static String thumb(Media media, int width) {
        return Thumbnails.url(media, width);
    }

    /** All widths, for {@code srcset}. */
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

    public static String file(Media media) {
        return "/media/" + media.id + "/file";
    }
}
