package pinplan.media;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is taken. Sizes are in bytes, a megabyte being a million of them, as people's machines show it. */
@ConfigMapping(prefix = "pinplan.media")
public interface MediaLimits {
    /** Some of Pinterest's pages name 10 MB, others 20 or 32. */
    @WithDefault("10000000")
    long imageWarnBytes();

    @WithDefault("20000000")
    long imageMaxBytes();

    /** 50 megapixels: above any phone's camera; what a small machine decodes without harm. */
    @WithDefault("50000000")
    long maxPixels();

    /**
     * Of a picture that is decoded whole, to be cropped or turned into another format: four bytes a pixel, twice over. Also of a
     * progressive JPEG: six bytes a pixel, beside Java's heap.
     */
    @WithDefault("25000000")
    long wholePixels();

    /** Of a GIF. Enough for half a minute of film. */
    @WithDefault("1000")
    int maxFrames();

    @WithDefault("100")
    int minSide();

    /** Below this Pinterest shows a picture blurred. */
    @WithDefault("600")
    int goodWidth();

    @WithDefault("900")
    int goodHeight();

    /** Height by width above which Pinterest cuts a picture. */
    @WithDefault("2.1")
    double tallest();

    /** Pinterest takes 2 GB; Publer's direct upload ends at 200 MB. */
    @WithDefault("200000000")
    long videoMaxBytes();

    @WithDefault("4s")
    Duration videoShortest();

    @WithDefault("15m")
    Duration videoLongest();

    /** Width by height. */
    @WithDefault("0.5")
    double videoTallest();

    @WithDefault("1.91")
    double videoWidest();

    /** Pictures that are decoded at one time: each may take 200 MB for a moment. */
    @WithDefault("2")
    int decodesAtOnce();
}
