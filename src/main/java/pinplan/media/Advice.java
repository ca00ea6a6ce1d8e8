package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is allowed but unwise about a media. Templates ask {@code inject:mediaAdvice}. */
@Named("mediaAdvice")
@ApplicationScoped
public class Advice {
    private static final String CAPTIONS = "Its captions are left out, as cameras also write there where they were."
            + " Words that everybody should read have to be in the picture.";

    private final MediaLimits limits;

    @Inject
    Advice(MediaLimits limits) {
        this.limits = limits;
    }

    public List<String> about(Media media) {
        List<String> advice = new ArrayList<>();
        if (media.video()) {
            return media.captionsLeftOut ? List.of(CAPTIONS) : advice;
        }
        if (media.byteCount > limits.imageWarnBytes()) {
            advice.add("This picture has " + Words.bytes(media.byteCount) + ". Above "
                    + Words.bytes(limits.imageWarnBytes()) + " some of Pinterest's pages refuse it.");
        }
        String small = small(media);
        if (!small.isEmpty()) {
            advice.add("This picture is small: " + small + ". Pinterest shows it blurred.");
        }
        if (media.height > media.width * limits.tallest()) {
            advice.add("This picture is taller than 1 : " + limits.tallest() + ": Pinterest cuts its end off.");
        }
        return advice;
    }

    /** Which of its sides is too short, and what it should have; empty where both are long enough. */
    private String small(Media media) {
        return Stream.of(
                        side(media.width, "width", limits.goodWidth()),
                        side(media.height, "height", limits.goodHeight()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String side(int pixels, String which, int good) {
        return pixels < good ? "its " + which + " is " + Words.pixels(pixels) + ", below " + Words.pixels(good) : "";
    }
}
