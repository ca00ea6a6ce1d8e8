package pinplan.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bytes of media, as files under random names. A name that a person gave never touches the disk. */
@ApplicationScoped
public class MediaStore {
    private final SecureRandom random = new SecureRandom();
    private final Path files;
    private final Path thumbnails;
    private final Path incoming;

    @Inject
    MediaStore(@ConfigProperty(name = "pinplan.data", defaultValue = "data") Path data) {
        Path root = data.toAbsolutePath().resolve("media");
        files = root.resolve("files");
        thumbnails = root.resolve("thumbnails");
        incoming = root.resolve("incoming");
    }

    /** The bytes as they are served and sent. */
    public Path path(Media media) {
        return file(media.storeKey);
    }

    Path file(String key) {
        return spread(files, key, "");
    }

    Path thumbnail(String key, int width) {
        return spread(thumbnails, key, "-" + width + ".jpg");
    }

    /** A file of our own to write to, on the disk where it will stay. The caller deletes or keeps it. */
    Path draft() {
        try {
            Files.createDirectories(incoming);
            return Files.createTempFile(incoming, "", ".part");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a finished draft under a new random name. */
    String keep(Path draft) throws IOException {
        byte[] name = new byte[16];
        random.nextBytes(name);
        String key = HexFormat.of().formatHex(name);
        move(draft, file(key));
        return key;
    }

    /** A crash leaves the whole file or none. */
    void move(Path draft, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.createDirectories(to.getParent());
        Files.move(draft, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Keys of files and thumbnails that have not changed since then, a folder's worth at a time. */
    void eachFolder(Instant unchangedSince, Consumer<Set<String>> keys) throws IOException {
        for (Path root : List.of(files, thumbnails)) {
            for (Path folder : folders(root)) {
                Set<String> found = old(folder, unchangedSince).stream()
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.matches("[0-9a-f]{32}(-[0-9]+\\.jpg)?"))
                        .map(name -> name.substring(0, 32))
                        .collect(Collectors.toSet());
                if (!found.isEmpty()) {
                    keys.accept(found);
                }
            }
        }
    }

    /** Drafts of uploads that a crash cut off. */
    void forgetDrafts(Instant unchangedSince) throws IOException {
        for (Path draft : old(incoming, unchangedSince)) {
            Files.deleteIfExists(draft);
        }
    }

    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> all = Files.isDirectory(root) ? Files.list(root) : Stream.empty()) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static List<Path> old(Path folder, Instant unchangedSince) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toFile().lastModified() < unchangedSince.toEpochMilli())
                    .toList();
        }
    }

    /** The files of a media whose row is gone. */
    public void forget(Media media) {
        forget(media.storeKey);
    }

    void forget(String key) {
        try {
            Files.deleteIfExists(file(key));
            for (int width : Thumbnails.WIDTHS) {
                Files.deleteIfExists(thumbnail(key, width));
            }
            Files.deleteIfExists(thumbnail(key, Thumbnails.WHOLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders of 256, so that no folder grows without end. */
    private static Path spread(Path root, String key, String suffix) {
        if (!key.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("no store key");
        }
        return root.resolve(key.substring(0, 2)).resolve(key + suffix);
    }
}
