package pinplan.pin;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pin as Pinterest shows it: the same in the composer, on the pin's page, at the review desk and for a guest.
 *
 * @param key     tells it from the others of a page
 * @param account empty while none is chosen
 * @param tallest height by width above which the feed cuts a picture
 */
public record Preview(
        String key,
        List<Slide> slides,
        FeedTitle title,
        String description,
        String host,
        String account,
        double tallest) {

    /** Of one shape are those whose sides differ by no more than a rounded pixel or two. */
    private static final double ALIKE = 0.01;

    private static final Pattern LINK =
            Pattern.compile("https?://(?:[^/?#\\s]*@)?([^/?#:@\\s]+)(?::\\d*)?(?:[/?#].*)?", Pattern.CASE_INSENSITIVE);

    /**
     * One picture or video, in its order.
     *
     * @param picture address of the whole of it, scaled down; of a video, of what stands for it
     * @param file    address of its bytes
     * @param clock   how long a video lasts; empty for a picture
     * @param cover   what stands for it before it plays, in words; empty where none is chosen
     */
    public record Slide(
            int number,
            boolean video,
            String picture,
            String file,
            int width,
            int height,
            String alt,
            String clock,
            String cover) {
        private double shape() {
            return (double) height / width;
        }
    }

    /** What stands for the film, in words; empty where none is chosen. */
    public String filmCover() {
        return slides.stream().map(Slide::cover).collect(Collectors.joining());
    }

    /** What the frame takes its shape from; null while there is none. */
    public Slide cover() {
        return slides.isEmpty() ? null : slides.get(0);
    }

    public boolean several() {
        return slides.size() > 1;
    }

    public boolean video() {
        return slides.stream().anyMatch(Slide::video);
    }

    /** How much of the cover's height the feed shows. */
    public int shown() {
        return Math.min(cover().height, (int) Math.round(cover().width * tallest));
    }

    public boolean cut() {
        return cover() != null && shown() < cover().height;
    }

    /** Whether the pictures differ in shape. */
    public boolean uneven() {
        return slides.stream().anyMatch(slide -> Math.abs(slide.shape() / cover().shape() - 1) > ALIKE);
    }

    /** As a browser reads it, which shows it while one types; empty where the link leads nowhere. */
    static String host(String link) {
        Matcher parts = LINK.matcher(link.strip());
        try {
            return parts.matches()
                    ? IDN.toASCII(parts.group(1)).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "")
                    : "";
        } catch (IllegalArgumentException noName) {
            return "";
        }
    }
}
