package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a picture is, read from its headers. Nothing is decoded here. */
@ApplicationScoped
class ImageProbe {
    private final MediaLimits limits;

    @Inject
    ImageProbe(MediaLimits limits) {
        this.limits = limits;
    }

    /** Asked before the bytes are read into memory. */
    void checkBytes(long bytes) throws Refusal {
        if (bytes > limits.imageMaxBytes()) {
            throw new Refusal("This picture has " + Words.bytes(bytes) + ". " + atMost(limits));
        }
    }

    /** To be said before anybody read it. */
    static String tooLarge(MediaLimits limits) {
        return "This picture is too large. " + atMost(limits);
    }

    private static String atMost(MediaLimits limits) {
        return "At most " + Words.bytes(limits.imageMaxBytes()) + " are taken.";
    }

    Picture read(byte[] bytes) throws Refusal {
        checkBytes(bytes.length);
        Size size = new Size(limits);
        return switch (Format.of(bytes)) {
            case JPEG -> Jpeg.read(bytes, size, limits.wholePixels());
            case PNG -> Png.read(bytes, size);
            case GIF -> Gif.read(bytes, size);
            case WEBP -> Webp.read(bytes, new Size(limits.wholePixels(), limits.minSide(), 1));
            case MP4, MOV, M4V -> throw new Refusal("This is a video. A picture is needed here: JPEG, PNG or GIF.");
        };
    }
}
