package pinplan.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a file field takes, for browsers: they offer only that, and say of anything else why not before they send it. What counts
 * is what {@link Intake} finds in the bytes. Templates ask {@code inject:takes}.
 */
@Named("takes")
@ApplicationScoped
public class Takes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final long NONE = -1;
    private static final Kind HEIC = new Kind(
            List.of("image/heic", "image/heif", "image/avif", ".heic", ".heif", ".avif"), NONE, Format.HEIC_REFUSED);
    private static final Kind SVG = new Kind(List.of("image/svg+xml", ".svg"), NONE, Format.SVG_REFUSED);

    private final MediaLimits limits;

    Takes(MediaLimits limits) {
        this.limits = limits;
    }

    /**
     * Files that a browser knows by their type or ending.
     *
     * @param most how many bytes of one are taken
     * @param over why no more are
     */
    public record Kind(List<String> of, long most, String over) {}

    /**
     * @param other why nothing else is taken
     * @param together how many bytes are taken at once; null where each file is sent by itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rules(List<Kind> kinds, String other, Long together, String beyond) {}

    /** For an {@code accept} attribute. */
    public String all() {
        return String.join(",", names(format -> true));
    }

    public String pictures() {
        return String.join(",", names(format -> !format.video()));
    }

    /** Of what goes up in one form. */
    public String together() {
        return json(new Rules(
                kinds(films(limits.videoMaxBytes(), VideoProbe.tooLarge(limits))),
                Format.NEITHER,
                limits.videoMaxBytes(),
                "These files are too large to be sent together. Add this one by itself."));
    }

    /** Of what goes up file by file. */
    public String each() {
        return json(new Rules(
                kinds(films(limits.videoMaxBytes(), VideoProbe.tooLarge(limits))), Format.NEITHER, null, null));
    }

    public String onePicture() {
        return json(
                new Rules(kinds(films(NONE, "This is a video; a cover is a picture.")), Format.NEITHER, null, null));
    }

    public String pictureMost() {
        return Words.bytes(limits.imageMaxBytes());
    }

    public String videoMost() {
        return Words.bytes(limits.videoMaxBytes());
    }

    private List<Kind> kinds(Kind films) {
        List<String> pictures = names(format -> !format.video());
        return List.of(new Kind(pictures, limits.imageMaxBytes(), ImageProbe.tooLarge(limits)), films, HEIC, SVG);
    }

    private static Kind films(long most, String over) {
        return new Kind(names(Format::video), most, over);
    }

    /** image/jpeg, and .jpg: some machines know no type of a file. */
    private static List<String> names(Predicate<Format> which) {
        return Stream.concat(
                        Arrays.stream(Format.values()).filter(which).map(format -> format.contentType),
                        Arrays.stream(Format.values()).filter(which).flatMap(Format::endings))
                .toList();
    }

    private static String json(Rules rules) {
        try {
            return JSON.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
