package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** JPEGs as cameras, web tools and printers make them: each is taken, and its thumbnail shows the colours that it has. */
@QuarkusTest
class JpegKindsTest {
    private final Pages creator = People.fresh().as(Role.CREATOR);

    @Test
    void aProgressivePictureIsTaken() throws Exception {
        BufferedImage red = new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 400; x++) {
            for (int y = 0; y < 600; y++) {
                red.setRGB(x, y, 0xC81E1E);
            }
        }
        byte[] jpeg = written(new IIOImage(red, null, null), true);
        // The frame's marker says so: SOF2.
        assertThat(jpeg).containsSequence((byte) 0xFF, (byte) 0xC2);
        isTakenAsRed(jpeg);
    }

    @Test
    void aPictureInPrintersColoursIsTaken() throws Exception {
        WritableRaster raster = Raster.createInterleavedRaster(0, 400, 600, 4, null);
        for (int x = 0; x < 400; x++) {
            for (int y = 0; y < 600; y++) {
                // Cyan, magenta, yellow, black, inverted as Adobe stores them: much magenta and yellow are red.
                raster.setPixel(x, y, new int[] {255, 25, 25, 235});
            }
        }
        byte[] jpeg = withAdobeMarker(written(new IIOImage(raster, null, null), false));
        isTakenAsRed(jpeg);
    }

    private void isTakenAsRed(byte[] jpeg) throws Exception {
        Page page = creator.get("/media")
                .form("Upload")
                .attach("Media", "kind.jpg", "image/jpeg", jpeg)
                .submit();
        assertThat(page.status).as(page.text()).isEqualTo(200);
        assertThat(page.says("400 × 600 pixels")).isTrue();
        byte[] thumbnail =
                creator.one(page.document.selectFirst(".shelf img").attr("src")).asByteArray();
        int rgb = ImageIO.read(new ByteArrayInputStream(thumbnail)).getRGB(100, 100);
        assertThat(rgb >> 16 & 0xFF).as("red of %x", rgb).isGreaterThan(140);
        assertThat(rgb >> 8 & 0xFF).as("green of %x", rgb).isLessThan(110);
        assertThat(rgb & 0xFF).as("blue of %x", rgb).isLessThan(110);
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
