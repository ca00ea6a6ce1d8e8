package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pinplan.media.PngFile.GREY;
import static pinplan.media.PngFile.GREY_ALPHA;
import static pinplan.media.PngFile.PALETTE;
import static pinplan.media.PngFile.RGB;
import static pinplan.media.PngFile.RGB_ALPHA;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** Pictures as cameras, web tools, drawing programs and printers make them: each is taken, and its thumbnail shows the colours that it has. */
@QuarkusTest
class PictureKindsTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 600;
    private static final Color RED = new Color(200, 30, 30);
    private static final Color BLUE = new Color(40, 80, 220);
    private static final Color DARK = new Color(68, 68, 68);
    private static final Color LIGHT = new Color(187, 187, 187);
    private static final Color PALE = new Color(228, 143, 143);

    private final Pages creator = People.fresh().as(Role.CREATOR);

    static Stream<Arguments> pngs() {
        int[] red = {200, 30, 30};
        int[] blue = {40, 80, 220};
        int[] palette = {40, 80, 220, 200, 30, 30};
        return Stream.of(
                kind("colour", png(RGB, 8).of(red, blue), RED, BLUE),
                kind("colour, 16 bits", png(RGB, 16).of(wide(red), wide(blue)), RED, BLUE),
                kind("colour, interlaced", png(RGB, 8).interlaced().of(red, blue), RED, BLUE),
                kind(
                        "colour, one of them clear",
                        png(RGB, 8).with("tRNS", 0, 40, 0, 80, 0, 220).of(red, blue),
                        RED,
                        Color.WHITE),
                kind("see-through", png(RGB_ALPHA, 8).of(new int[] {200, 30, 30, 128}, new int[4]), PALE, Color.WHITE),
                kind(
                        "see-through, 16 bits",
                        png(RGB_ALPHA, 16).of(wide(200, 30, 30, 128), wide(40, 80, 220, 255)),
                        PALE,
                        BLUE),
                kind(
                        "see-through, 16 bits, interlaced",
                        png(RGB_ALPHA, 16).interlaced().of(wide(200, 30, 30, 128), new int[4]),
                        PALE,
                        Color.WHITE),
                kind("palette", png(PALETTE, 8).with("PLTE", palette).of(new int[] {1}, new int[] {0}), RED, BLUE),
                kind(
                        "palette, 4 bits",
                        png(PALETTE, 4).with("PLTE", palette).of(new int[] {1}, new int[] {0}),
                        RED,
                        BLUE),
                kind(
                        "palette, 2 bits",
                        png(PALETTE, 2).with("PLTE", palette).of(new int[] {1}, new int[] {0}),
                        RED,
                        BLUE),
                kind(
                        "palette, 1 bit",
                        png(PALETTE, 1).with("PLTE", palette).of(new int[] {1}, new int[] {0}),
                        RED,
                        BLUE),
                kind(
                        "palette, 2 bits, interlaced",
                        png(PALETTE, 2).interlaced().with("PLTE", palette).of(new int[] {1}, new int[] {0}),
                        RED,
                        BLUE),
                kind(
                        "palette, partly clear",
                        png(PALETTE, 8)
                                .with("PLTE", palette)
                                .with("tRNS", 0, 128)
                                .of(new int[] {1}, new int[] {0}),
                        PALE,
                        Color.WHITE),
                kind(
                        "palette, 1 bit, partly clear",
                        png(PALETTE, 1).with("PLTE", palette).with("tRNS", 0).of(new int[] {1}, new int[] {0}),
                        RED,
                        Color.WHITE),
                kind("grey", png(GREY, 8).of(new int[] {68}, new int[] {187}), DARK, LIGHT),
                kind("grey, 16 bits", png(GREY, 16).of(wide(68), wide(187)), DARK, LIGHT),
                kind("grey, 4 bits", png(GREY, 4).of(new int[] {4}, new int[] {11}), DARK, LIGHT),
                kind("grey, 2 bits", png(GREY, 2).of(new int[] {1}, new int[] {3}), new Color(85, 85, 85), Color.WHITE),
                kind("grey, 1 bit", png(GREY, 1).of(new int[] {0}, new int[] {1}), Color.BLACK, Color.WHITE),
                kind("grey, interlaced", png(GREY, 8).interlaced().of(new int[] {68}, new int[] {187}), DARK, LIGHT),
                kind(
                        "grey, one of them clear",
                        png(GREY, 8).with("tRNS", 0, 187).of(new int[] {68}, new int[] {187}),
                        DARK,
                        Color.WHITE),
                kind(
                        "grey, see-through",
                        png(GREY_ALPHA, 8).of(new int[] {68, 255}, new int[] {0, 128}),
                        DARK,
                        new Color(127, 127, 127)),
                kind(
                        "grey, see-through, 16 bits",
                        png(GREY_ALPHA, 16).of(wide(68, 255), wide(187, 0)),
                        DARK,
                        Color.WHITE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pngs")
    void aPngIsTaken(String kind, byte[] png, Color left, Color right) throws Exception {
        isTaken(png, "image/png", left, right, 6);
    }

    @Test
    void aProgressiveJpegIsTaken() throws Exception {
        BufferedImage red = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        paint(red);
        byte[] jpeg = written(new IIOImage(red, null, null), true);
        // The frame's marker says so: SOF2.
        assertThat(jpeg).containsSequence((byte) 0xFF, (byte) 0xC2);
        isTaken(jpeg, "image/jpeg", RED, BLUE, 12);
    }

    /** It is held whole to be decoded, and so are three colours that come one after the other: by their headers alone. */
    @Test
    void aProgressiveJpegOfTooManyPixelsIsNotTaken() throws Exception {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        byte[] line = written(new IIOImage(image, null, null), false);
        byte[] progressive = written(new IIOImage(image, null, null), true);
        ImageProbe probe = new ImageProbe(Limits.media());
        assertThat(probe.read(as(line, 0xC0, 5_000, 5_001)).width()).isEqualTo(5_000);
        assertThat(probe.read(as(progressive, 0xC2, 5_000, 5_000)).width()).isEqualTo(5_000);
        assertThatThrownBy(() -> probe.read(as(progressive, 0xC2, 5_000, 5_001)))
                .hasMessage(
                        "This JPEG is progressive and has 26 megapixels. Of such ones at most 25 megapixels are taken:"
                                + " save it without “progressive”.");
        byte[] colours = as(line, 0xC0, 5_000, 5_001);
        colours[ImageProbeTest.find(colours, 0xFF, 0xDA) + 4] = 1;
        assertThatThrownBy(() -> probe.read(colours)).hasMessageContaining("progressive");
    }

    /** The same, and says that it is so large. */
    private static byte[] as(byte[] jpeg, int frame, int width, int height) {
        byte[] large = jpeg.clone();
        ByteBuffer.wrap(large)
                .putShort(ImageProbeTest.find(jpeg, 0xFF, frame) + 5, (short) height)
                .putShort(ImageProbeTest.find(jpeg, 0xFF, frame) + 7, (short) width);
        return large;
    }

    @Test
    void aGreyJpegIsTaken() throws Exception {
        WritableRaster raster = Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 1, null);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                raster.setSample(x, y, 0, x < WIDTH / 2 ? 68 : 187);
            }
        }
        isTaken(written(new IIOImage(raster, null, null), false), "image/jpeg", DARK, LIGHT, 6);
    }

    @Test
    void aJpegInPrintersColoursIsTaken() throws Exception {
        WritableRaster raster = Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 4, null);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                // Cyan, magenta, yellow, black, inverted as Adobe stores them: much magenta and yellow are red.
                raster.setPixel(x, y, new int[] {255, 25, 25, 235});
            }
        }
        byte[] jpeg = withAdobeMarker(written(new IIOImage(raster, null, null), false));
        Color red = new Color(235, 23, 23);
        isTaken(jpeg, "image/jpeg", red, red, 12);
    }

    private void isTaken(byte[] bytes, String type, Color left, Color right, int near) throws Exception {
        Page page = creator.get("/media")
                .form("Upload")
                .attach("Media", "kind." + type.substring(6), type, bytes)
                .submit();
        assertThat(page.status).as(page.text()).isEqualTo(200);
        assertThat(page.says(WIDTH + " × " + HEIGHT + " pixels")).isTrue();
        BufferedImage thumbnail = ImageIO.read(new ByteArrayInputStream(
                creator.one(page.document.selectFirst(".shelf img").attr("src")).asByteArray()));
        shows(thumbnail, 1, left, near);
        shows(thumbnail, 3, right, near);
    }

    private static void shows(BufferedImage thumbnail, int quarter, Color expected, int near) {
        Color seen = new Color(thumbnail.getRGB(thumbnail.getWidth() * quarter / 4, thumbnail.getHeight() / 2));
        int apart = Math.max(
                Math.abs(seen.getRed() - expected.getRed()),
                Math.max(
                        Math.abs(seen.getGreen() - expected.getGreen()),
                        Math.abs(seen.getBlue() - expected.getBlue())));
        assertThat(apart).as("%s instead of %s", seen, expected).isLessThanOrEqualTo(near);
    }

    private static Arguments kind(String name, byte[] png, Color left, Color right) {
        return Arguments.of(name, png, left, right);
    }

    private static PngFile png(int colour, int depth) {
        return new PngFile(WIDTH, HEIGHT, colour, depth);
    }

    /** The same samples in 16 bits. */
    private static int[] wide(int... samples) {
        return IntStream.of(samples).map(sample -> sample * 257).toArray();
    }

    private static void paint(BufferedImage image) {
        var pen = image.createGraphics();
        pen.setColor(RED);
        pen.fillRect(0, 0, WIDTH / 2, HEIGHT);
        pen.setColor(BLUE);
        pen.fillRect(WIDTH / 2, 0, WIDTH / 2, HEIGHT);
        pen.dispose();
    }

    private static byte[] written(IIOImage image, boolean progressive) throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new ByteArrayOutputStream();
                var stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(stream);
            writer.write(null, image, param);
            stream.flush();
            return out.toByteArray();
        } finally {
            writer.dispose();
        }
    }

    /** APP14 with transform 0: four components that are CMYK, inverted. */
    private static byte[] withAdobeMarker(byte[] jpeg) {
        byte[] adobe = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        byte[] whole = new byte[jpeg.length + adobe.length];
        System.arraycopy(jpeg, 0, whole, 0, 2);
        System.arraycopy(adobe, 0, whole, 2, adobe.length);
        System.arraycopy(jpeg, 2, whole, 2 + adobe.length, jpeg.length - 2);
        return whole;
    }
}
