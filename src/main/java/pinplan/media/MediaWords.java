package pinplan.media;

import io.quarkus.qute.TemplateExtension;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What pages say and show of a media: {@code {media.thumb}}, {@code {media.thumb(504)}}, {@code {media.thumbs}} for
 * {@code srcset}, {@code {media.whole}}, {@code {media.file}}, and its facts {@code {media.pixels}}, {@code {media.weight}},
 * {@code {media.length}}, {@code {media.ratio}}, {@code {media.ways}}.
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

    /** Those that it can be cropped to. */
    public static List<Shape> shapes(Media media) {
        return List.of(Shape.values());
    }

    /** Its own page. */
    public static String page(Media media) {
        return "/media/" + media.id;
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

    /** 2 : 3, or 1 : 1.53 where the whole numbers would say nothing. */
    public static String ratio(Media media) {
        int common = BigInteger.valueOf(media.width)
                .gcd(BigInteger.valueOf(media.height))
                .intValue();
        int across = media.width / common;
        int down = media.height / common;
        if (Math.max(across, down) <= 20) {
            return across + " : " + down;
        }
        return media.height >= media.width
                ? "1 : " + rounded(media.height, media.width)
                : rounded(media.width, media.height) + " : 1";
    }

    private static String rounded(int more, int less) {
        return String.format(Locale.ROOT, "%.2f", (double) more / less);
    }

    /** Its tags, each with the way to all that have it. */
    public static List<Way> ways(Media media) {
        return media.tags.stream()
                .map(tag -> new Way(tag, Filters.NONE.with(Filter.TAG, tag).address(1)))
                .toList();
    }

    /** When what is in the bin goes for good. */
    public static Instant goes(Media media) {
        return media.binnedAt().plus(Bin.KEPT);
    }
}
