package pinplan.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.support.Pictures;

class ImageProbeTest {
    private final ImageProbe probe = new ImageProbe(Limits.media());

    @Test
    void readsWhatPinterestTakes() throws Refusal {
        assertThat(probe.read(Pictures.jpeg(600, 900))).satisfies(picture -> is(picture, Format.JPEG, 600, 900));
        assertThat(probe.read(Pictures.png(100, 100))).satisfies(picture -> is(picture, Format.PNG, 100, 100));
        assertThat(probe.read(Pictures.gif(640, 480))).satisfies(picture -> is(picture, Format.GIF, 640, 480));
    }

    @Test
    void keepsAPictureThatHasNothingToHideAsItIs() throws Refusal {
        byte[] jpeg = Pictures.jpeg(300, 300);
        assertThat(probe.read(jpeg).clean()).isEqualTo(jpeg);
        byte[] png = Pictures.png(300, 300);
        assertThat(probe.read(png).clean()).isEqualTo(png);
        byte[] gif = Pictures.gif(300, 300);
        assertThat(probe.read(gif).clean()).isEqualTo(gif);
    }

    @ParameterizedTest
    @CsvSource({
        "____ftypheic____, HEIC",
        "____ftypavif____, AVIF",
        "____ftypqt  ____, This is a video",
        "____ftypM4V ____, This is a video",
        "____ftyp3gp4____, kind of video",
        "____moov________, This is a video",
        "<svg xmlns='http://www.w3.org/2000/svg'/>, SVG",
        "<?xml version='1.0'?><SVG/>, SVG",
        "%PDF-1.7, neither",
        "PK__, neither",
        "BM______________, neither",
        "<html><img src=x>, neither",
    })
    void refusesOtherFormatsByTheirContent(String content, String reason) {
        assertThatThrownBy(() -> probe.read(content.getBytes(ISO_8859_1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> probe.read(new byte[0]))
                .isInstanceOf(Refusal.class)
                .hasMessage("This file is empty.");
    }

    @Test
    void refusesWhatIsTooSmall() {
        assertThatThrownBy(() -> probe.read(Pictures.jpeg(99, 400)))
                .hasMessage("This picture has 99 × 400 pixels. Pinterest needs at least 100 × 100 pixels.");
    }

    @Test
    void refusesWhatIsTooHeavyWithItsWeight() {
        assertThatThrownBy(() -> probe.read(new byte[25_000_000]))
                .hasMessage("This picture has 25 MB. At most 20 MB are taken.");
        assertThatThrownBy(() -> probe.checkBytes(20_000_001))
                .hasMessage("This picture has 20.1 MB. At most 20 MB are taken.");
    }

    @Test
    void refusesABombByItsHeaderAlone() {
        String sentence =
                "This picture has 65,000 × 65,000 pixels, which is 4,225 megapixels. At most 50 megapixels are taken.";
        byte[] png = Pictures.png(200, 200);
        ByteBuffer.wrap(png).putInt(16, 65_000).putInt(20, 65_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        assertThatThrownBy(() -> probe.read(png)).hasMessage(sentence);

        byte[] jpeg = Pictures.jpeg(200, 200);
        int frame = find(jpeg, 0xFF, 0xC0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);
        assertThatThrownBy(() -> probe.read(jpeg)).hasMessage(sentence);

        byte[] gif = Pictures.gif(200, 200);
        ByteBuffer.wrap(gif).putShort(6, Short.reverseBytes((short) 65_000)).putShort(8, Short.reverseBytes((short)
                65_000));
        assertThatThrownBy(() -> probe.read(gif)).hasMessage(sentence);
    }

    @Test
    void refusesAGifWhoseFrameIsLargerThanItSays() {
        byte[] gif = Pictures.gif(200, 200);
        int frame = find(gif, 0x2C, 0, 0, 0, 0);
        ByteBuffer.wrap(gif).putInt(frame + 5, 0xFFFFFFFF);
        assertThatThrownBy(() -> probe.read(gif)).isInstanceOf(Refusal.class).hasMessageContaining("damaged");
    }

    @Test
    void refusesATruncatedFileWhereverItEnds() {
        for (byte[] whole : new byte[][] {Pictures.jpeg(120, 120), Pictures.png(120, 120), Pictures.gif(120, 120)}) {
            for (int length = 12; length < whole.length; length += 1 + length / 50) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> probe.read(cut)).isInstanceOf(Refusal.class);
            }
        }
    }

    @Test
    void dropsWhatHidesBehindThePicture() throws Refusal {
        for (byte[] picture : new byte[][] {Pictures.jpeg(120, 120), Pictures.png(120, 120), Pictures.gif(120, 120)}) {
            byte[] polyglot = Pictures.joined(picture, "PK\3\4<script>alert(1)</script>".getBytes(ISO_8859_1));
            assertThat(probe.read(polyglot).clean()).isEqualTo(picture);
        }
    }

    @Test
    void dropsTextFromAPng() throws Refusal {
        byte[] png = Pictures.png(120, 120);
        byte[] told = Pictures.joined(
                Arrays.copyOf(png, 33),
                chunk("tEXt", "Author\0Anna"),
                chunk("eXIf", "MM\0*"),
                chunk("zTXt", "x\0\0y"),
                chunk("iTXt", "x\0\0\0\0\0y"),
                chunk("tIME", "1234567"),
                Arrays.copyOfRange(png, 33, png.length));
        assertThat(probe.read(told).clean()).isEqualTo(png);
    }

    @Test
    void refusesAnAnimatedPng() {
        byte[] png = Pictures.png(120, 120);
        byte[] animated = Pictures.joined(
                Arrays.copyOf(png, 33), chunk("acTL", "\0\0\0\1\0\0\0\0"), Arrays.copyOfRange(png, 33, png.length));
        assertThatThrownBy(() -> probe.read(animated)).hasMessageContaining("animated");
    }

    @Test
    void dropsCommentsFromAGif() throws Refusal {
        byte[] gif = Pictures.gif(120, 120);
        int image = find(gif, 0x2C, 0, 0, 0, 0);
        byte[] comment = {0x21, (byte) 0xFE, 3, 'h', 'i', '!', 0};
        byte[] told = Pictures.joined(Arrays.copyOf(gif, image), comment, Arrays.copyOfRange(gif, image, gif.length));
        assertThat(probe.read(told).clean()).isEqualTo(gif);
    }

    @Test
    void refusesAJpegOfEndlessScans() {
        byte[] jpeg = Pictures.jpeg(120, 120);
        int scan = find(jpeg, 0xFF, 0xDA);
        byte[] header = Arrays.copyOfRange(jpeg, scan, scan + 14);
        byte[][] parts = new byte[103][];
        Arrays.fill(parts, header);
        parts[0] = Arrays.copyOf(jpeg, scan);
        parts[102] = Arrays.copyOfRange(jpeg, scan, jpeg.length);
        assertThatThrownBy(() -> probe.read(Pictures.joined(parts))).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesAJpegOfEndlessTables() throws Refusal {
        byte[] jpeg = Pictures.jpeg(120, 120);
        byte[] restarts = {(byte) 0xFF, (byte) 0xDD, 0, 4, 0, 0};
        assertThat(probe.read(told(jpeg, 2, restarts, 900)).width()).isEqualTo(120);
        assertThatThrownBy(() -> probe.read(told(jpeg, 2, restarts, 1_000))).hasMessageContaining("damaged");
        for (int table : new int[] {0xC4, 0xDB, 0xDD}) {
            byte[] empty = {(byte) 0xFF, (byte) table, 0, 2};
            assertThatThrownBy(() -> probe.read(told(jpeg, 2, empty, 1))).hasMessageContaining("damaged");
        }
    }

    @Test
    void keepsTheLoopOfAGifOnceAndOnlyIfItIsShort() throws Refusal {
        byte[] gif = Pictures.gif(120, 120);
        int image = find(gif, 0x2C, 0, 0, 0, 0);
        byte[] head = "!\u00ff\u000bNETSCAPE2.0".getBytes(ISO_8859_1);
        byte[] loop = Pictures.joined(head, new byte[] {3, 1, 0, 0, 0});
        byte[] endless = Pictures.joined(head, told(new byte[] {0}, 0, new byte[] {1, 1}, 5_000));
        assertThat(probe.read(told(gif, image, loop, 2_000)).clean()).isEqualTo(told(gif, image, loop, 1));
        assertThat(probe.read(told(gif, image, endless, 1)).clean()).isEqualTo(gif);
    }

    /** Of a timing that is longer than all, decoders read the first four bytes, and the rest as the blocks behind it. */
    @Test
    void dropsATimingThatHidesAFrame() throws Refusal {
        byte[] gif = Pictures.gif(120, 120);
        int image = find(gif, 0x2C, 0, 0, 0, 0);
        byte[] timing = {'!', (byte) 0xF9, 4, 0, 10, 0, 0, 0};
        byte[] hiding = {'!', (byte) 0xF9, 4, 0, 10, 0, 0, 10, ',', 0, 0, 0, 0, -1, -1, -1, -1, 0, 0};
        assertThat(probe.read(told(gif, image, timing, 1)).clean()).isEqualTo(told(gif, image, timing, 1));
        assertThat(probe.read(told(gif, image, hiding, 1)).clean()).isEqualTo(gif);
    }

    @Test
    void keepsEachChunkOfAPngOnceAndNoneWithoutPixels() throws Refusal {
        byte[] png = Pictures.png(120, 120);
        int pixels = find(png, 'I', 'D', 'A', 'T') - 4;
        byte[] bright = chunk("gAMA", "\0\1\u0086\u00a0");
        assertThat(probe.read(told(png, pixels, chunk("IDAT", ""), 2_000)).clean())
                .isEqualTo(png);
        assertThat(probe.read(told(png, 33, bright, 2_000)).clean()).isEqualTo(told(png, 33, bright, 1));
    }

    /** This so many times at that place. */
    private static byte[] told(byte[] picture, int at, byte[] what, int times) {
        byte[][] parts = new byte[times + 2][];
        Arrays.fill(parts, what);
        parts[0] = Arrays.copyOf(picture, at);
        parts[times + 1] = Arrays.copyOfRange(picture, at, picture.length);
        return Pictures.joined(parts);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd.jpg",
        "C:\\photos\\tart.JPEG, tart.JPEG",
        "tart.png, tart.jpg",
        "tart.final.version, tart.final.version.jpg",
        ".., unnamed.jpg",
        "'', unnamed.jpg",
        ".jpg, unnamed.jpg",
        "a\"b\u202egpj.exe, abgpj.jpg",
    })
    void givesAFileANameThatTellsTheTruth(String given, String kept) {
        assertThat(Format.JPEG.name(given)).isEqualTo(kept);
    }

    @Test
    void shortensAnEndlessName() {
        assertThat(Format.PNG.name("x".repeat(5_000) + ".png")).hasSize(154);
    }

    private static void is(Picture picture, Format format, int width, int height) {
        assertThat(picture.format()).isEqualTo(format);
        assertThat(picture.seenWidth()).isEqualTo(width);
        assertThat(picture.seenHeight()).isEqualTo(height);
    }

    private static byte[] chunk(String type, String text) {
        byte[] body = (type + text).getBytes(ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(body.length + 8)
                .putInt(body.length - 4)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }

    static int find(byte[] bytes, int... pattern) {
        for (int at = 0; at <= bytes.length - pattern.length; at++) {
            int matched = 0;
            while (matched < pattern.length && (bytes[at + matched] & 0xff) == pattern[matched]) {
                matched++;
            }
            if (matched == pattern.length) {
                return at;
            }
        }
        throw new AssertionError("not found");
    }
}
