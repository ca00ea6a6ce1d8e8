package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pinplan.support.Film;
import pinplan.support.Pictures;

/** Broken and hostile files end in a sentence or in a thumbnail, never in an exception. */
class HostileFilesTest {
    private static final int TRIES = 400;

    @TempDir
    Path folder;

    private final ImageProbe images = new ImageProbe(Limits.media());
    private final Decoder decoder = new Decoder(Limits.media());
    private final Cleaner cleaner = new Cleaner(images, new VideoProbe(Limits.media()), decoder);

    @Test
    void mutatedPicturesAndVideos() throws Exception {
        Random random = new Random(20_260_701);
        byte[][] seeds = {
            Pictures.jpeg(120, 180),
            Pictures.photographed(120, 180, 6),
            Pictures.png(120, 180),
            Pictures.gif(120, 180),
            Pictures.webp(),
            Pictures.mp4(720, 1_280, 10),
            Film.of(720, 1_280, 10_000).branded("qt  ").wide().headersFirst().bytes()
        };
        int taken = 0;
        for (byte[] seed : seeds) {
            for (int i = 0; i < TRIES; i++) {
                taken += swallow(mutated(seed, random)) ? 1 : 0;
            }
        }
        // Some survive: otherwise the decoders were never reached.
        assertThat(taken).isBetween(50, seeds.length * TRIES);
    }

    @Test
    void noise() throws Exception {
        Random random = new Random(42);
        for (String head : new String[] {
            "\u00ff\u00d8\u00ff", "\u0089PNG\r\n\u001a\n", "GIF89a", "RIFF\u00f0\2\0\0WEBPVP8 ", "\0\0\0\30ftypisom"
        }) {
            for (int i = 0; i < 50; i++) {
                byte[] bytes = new byte[random.nextInt(3_000)];
                random.nextBytes(bytes);
                assertThat(swallow(Pictures.joined(head.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), bytes)))
                        .isFalse();
            }
        }
    }

    private boolean swallow(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("in"), bytes);
        Path clean = folder.resolve("out");
        try {
            Looked looked = cleaner.clean(file, clean);
            if (looked.picture() != null) {
                decoder.middle(looked.picture());
            }
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.getMessage()).isNotBlank().endsWith(".");
            return false;
        }
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                int from = random.nextInt(bytes.length);
                bytes = Pictures.joined(
                        Arrays.copyOf(bytes, from),
                        Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length));
            }
            default -> {
                for (int i = random.nextInt(8); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
        }
        return bytes;
    }
}
