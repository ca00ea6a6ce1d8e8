package pinplan.media;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import pinplan.team.Member;

/** A part of a picture, as a picture of its own; the whole one stays as it is. */
@ApplicationScoped
class Crop {
    private final MediaLimits limits;
    private final MediaStore store;
    private final ImageProbe images;
    private final Decoder decoder;
    private final Intake intake;

    Crop(MediaLimits limits, MediaStore store, ImageProbe images, Decoder decoder, Intake intake) {
        this.limits = limits;
        this.store = store;
        this.images = images;
        this.decoder = decoder;
        this.intake = intake;
    }

    Media of(Media media, Shape shape, Place place, Member by) throws Refusal {
        if (media.video()) {
            throw new Refusal("A video can't be cropped here.");
        }
        if (place.size() == 100 && shape.fits(media.width, media.height)) {
            throw new Refusal("It has this shape already. Choose less of it.");
        }
        if ((long) media.width * media.height > limits.wholePixels()) {
            throw new Refusal("It has more than " + Words.megapixels(limits.wholePixels())
                    + ", which is too much to be cropped here. Make it smaller first.");
        }
        Path part = store.draft();
        try {
            Picture picture = images.read(Files.readAllBytes(store.path(media)));
            Files.write(part, decoder.anew(picture, place.of(shape, media.width, media.height)));
            Taken taken = intake.take(media.workspace, by, part, media.fileName);
            return taken.how() == Taken.How.NEW ? named(taken.media(), media, shape) : taken.media();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(part);
        }
    }

    /** What people say of the whole is right for the part too, until they say something else. */
    private static Media named(Media part, Media whole, Shape shape) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Media made = Media.<Media>findById(part.id).lock();
            String name = "%s (%s)".formatted(whole.called(), shape.words());
            made.name = name.codePointCount(0, name.length()) <= AssetForm.NAME ? name : "";
            made.tags = new ArrayList<>(whole.tags);
            made.altText = whole.altText;
            return made;
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
