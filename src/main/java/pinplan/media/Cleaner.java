package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Looks at a file and writes it anew without what is nobody's business: places, cameras, comments, hidden attachments. */
@ApplicationScoped
class Cleaner {
    private final ImageProbe images;
    private final VideoProbe videos;
    private final Decoder decoder;

    @Inject
    Cleaner(ImageProbe images, VideoProbe videos, Decoder decoder) {
        this.images = images;
        this.videos = videos;
        this.decoder = decoder;
    }

    Looked clean(Path from, Path to) throws IOException, Refusal {
        Format format = Format.of(from);
        return format.video() ? video(format, from, to) : kept(read(from), to);
    }

    /** One that stays where it is: nobody can make another format of it. */
    Looked picture(Path from, Path to) throws IOException, Refusal {
        Picture picture = read(from);
        if (picture.format() == Format.WEBP) {
            throw new Refusal("This is a WebP picture, which Publer may not take from there. Upload it here instead.");
        }
        return kept(picture, to);
    }

    private Picture read(Path from) throws IOException, Refusal {
        images.checkBytes(Files.size(from));
        return images.read(Files.readAllBytes(from));
    }

    private Looked kept(Picture given, Path to) throws IOException, Refusal {
        Picture picture = given.format() == Format.WEBP ? images.read(decoder.anew(given, given.seen())) : given;
        Files.write(to, picture.clean());
        return Looked.at(picture);
    }

    private Looked video(Format format, Path from, Path to) throws IOException, Refusal {
        Video video = videos.read(from);
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.WRITE)) {
            for (Boxes.Box box : video.blanked()) {
                blank(file, box);
            }
            for (Samples.Stretch stretch : video.emptied()) {
                empty(file, stretch.from(), stretch.end());
            }
        }
        return Looked.at(format, video);
    }

    /** The box stays as free space, so that nothing behind it moves and every offset in the film stays right. */
    private static void blank(FileChannel file, Boxes.Box box) throws IOException {
        write(file, box.start() + 4, ByteBuffer.wrap(new byte[] {'f', 'r', 'e', 'e'}));
        empty(file, box.body(), box.end());
    }

    private static void empty(FileChannel file, long from, long end) throws IOException {
        for (long at = from; at < end; ) {
            int length = (int) Math.min(65_536, end - at);
            write(file, at, ByteBuffer.allocate(length));
            at += length;
        }
    }

    private static void write(FileChannel file, long at, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes, at + bytes.position());
        }
    }
}
