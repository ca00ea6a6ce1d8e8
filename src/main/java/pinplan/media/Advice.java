package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** What is allowed but unwise about a media. Templates ask {@code inject:mediaAdvice}. */
@Named("mediaAdvice")
@ApplicationScoped
public class Advice {
    private final MediaLimits limits;

    @Inject
    Advice(MediaLimits limits) {
        this.limits = limits;
    }

    public List<String> about(Media media) {
        List<String> advice = new ArrayList<>();
        if (media.video()) {
            return advice;
        }
        if (media.byteCount > limits.imageWarnBytes()) {
            advice.add("This picture has " + Words.bytes(media.byteCount) + ". Above "
                    + Words.bytes(limits.imageWarnBytes()) + " some of Pinterest's pages refuse it.");
        }
        if (media.width < limits.goodWidth() || media.height < limits.goodHeight()) {
            advice.add("This picture has " + Words.pixels(media.width, media.height) + ". Below "
                    + Words.pixels(limits.goodWidth(), limits.goodHeight()) + " Pinterest shows it blurred.");
        }
        if (media.height > media.width * limits.tallest()) {
            advice.add("This picture is taller than 1 : " + limits.tallest() + ": Pinterest cuts its end off.");
        }
        return advice;
    }
}
