package pinplan.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pinplan.support.Pictures;

/** A WebP is taken, and kept as what Publer takes everywhere. */
class WebpTest {
    /** 130 × 190, one half transparent red, without loss. */
    private static final byte[] CLEAR =
            Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4TBcAAAAvgUAvEAdQjyLXo38BAEX6/58i+p9yAgA=");

    @TempDir
    Path folder;

    private final Cleaner cleaner =
            new Cleaner(new ImageProbe(Limits.media()), new VideoProbe(Limits.media()), new Decoder(Limits.media()));

    private Looked taken(byte[] bytes) throws Exception {
        return cleaner.clean(Files.write(folder.resolve("in"), bytes), folder.resolve("out"));
    }

    private BufferedImage kept() throws Exception {
        return ImageIO.read(folder.resolve("out").toFile());
    }

    @Test
    void onePackedWithLossBecomesAJpeg() throws Exception {
        Looked looked = taken(Pictures.webp());
        assertThat(looked.format()).isEqualTo(Format.JPEG);
        assertThat(Format.of(folder.resolve("out"))).isEqualTo(Format.JPEG);
        assertThat(looked.width()).isEqualTo(120);
        assertThat(looked.height()).isEqualTo(180);
        int above = kept().getRGB(60, 5);
        int below = kept().getRGB(60, 174);
        assertThat(above >> 16 & 0xFF).isGreaterThan(200);
        assertThat(above & 0xFF).isLessThan(60);
        assertThat(below >> 16 & 0xFF).isLessThan(60);
        assertThat(below & 0xFF).isGreaterThan(200);
    }

    @Test
    void whatOneCanSeeThroughBecomesAPng() throws Exception {
        Looked looked = taken(CLEAR);
        assertThat(looked.format()).isEqualTo(Format.PNG);
        assertThat(looked.width()).isEqualTo(130);
        int middle = kept().getRGB(65, 95);
        assertThat(middle >>> 24).isBetween(120, 135);
        assertThat(middle >> 16 & 0xFF).isBetween(195, 205);
    }

    @Test
    void oneThatMovesIsRefused() {
        assertThatThrownBy(() -> taken(header(0x02, 400, 600)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("animated");
    }

    @Test
    void itsSidesAreReadBeforeItIsUnpacked() {
        assertThatThrownBy(() -> taken(header(0, 16_384, 16_384)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("16,384");
        assertThatThrownBy(() -> taken(header(0, 20, 30)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("at least");
    }

    @Test
    void halfOfOneIsRefused() {
        assertThatThrownBy(() -> taken(Arrays.copyOf(Pictures.webp(), 200)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ends too early");
    }

    @Test
    void oneThatStaysElsewhereIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("in"), Pictures.webp());
        assertThatThrownBy(() -> cleaner.picture(file, folder.resolve("out")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Upload it here");
    }

    /** As programs write one that carries notes as well. */
    @Test
    void anExtendedOneIsTaken() throws Exception {
        byte[] exif = "EXIF\3\0\0\0MM*".getBytes(ISO_8859_1);
        byte[] film = extended(0x08, 120, 180, pixels(Pictures.webp()), exif);
        assertThat(taken(film).format()).isEqualTo(Format.JPEG);
        assertThat(kept().getHeight()).isEqualTo(180);
        assertThat(taken(extended(0x10, 130, 190, pixels(CLEAR))).format()).isEqualTo(Format.PNG);
    }

    /** A decoder would unpack each of them, in its own size. */
    @Test
    void anExtendedOneHoldsOnePictureAsLargeAsItSays() {
        byte[] picture = pixels(Pictures.webp());
        byte[] veil = "ALPH\2\0\0\0\0\0".getBytes(ISO_8859_1);
        for (byte[] odd : new byte[][] {
            extended(0, 120, 180),
            extended(0, 120, 180, picture, picture),
            extended(0, 121, 180, picture),
            extended(0x10, 130, 191, pixels(CLEAR)),
            extended(0x10, 120, 180, veil, veil, picture)
        }) {
            assertThatThrownBy(() -> taken(odd)).isInstanceOf(Refusal.class).hasMessageContaining("damaged");
        }
    }

    private static byte[] extended(int flags, int width, int height, byte[]... chunks) {
        byte[] all = Pictures.joined(header(flags, width, height), Pictures.joined(chunks));
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putInt(4, all.length - 8);
        return all;
    }

    /** The one chunk of a simple WebP. */
    private static byte[] pixels(byte[] webp) {
        return Arrays.copyOfRange(webp, 12, webp.length);
    }

    private static byte[] header(int flags, int width, int height) {
        byte[] bytes = new byte[30];
        System.arraycopy("RIFF\26\0\0\0WEBPVP8X\12\0\0\0".getBytes(ISO_8859_1), 0, bytes, 0, 20);
        bytes[20] = (byte) flags;
        for (int i = 0; i < 3; i++) {
            bytes[24 + i] = (byte) (width - 1 >> 8 * i);
            bytes[27 + i] = (byte) (height - 1 >> 8 * i);
        }
        return bytes;
    }
}
