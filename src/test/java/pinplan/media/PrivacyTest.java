package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.support.Pictures;

class PrivacyTest {
    private final ImageProbe probe = new ImageProbe(Limits.media());

    @Test
    void thePlaceTheCameraAndTheCommentStayAtHome() throws Exception {
        byte[] photo = Pictures.photographed(600, 900, 1);
        Metadata before = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo));
        assertThat(before.getFirstDirectoryOfType(GpsDirectory.class)
                        .getGeoLocation()
                        .getLatitude())
                .isBetween(48.2, 48.3);
        assertThat(before.containsDirectoryOfType(JpegCommentDirectory.class)).isTrue();

        Metadata after = ImageMetadataReader.readMetadata(
                new ByteArrayInputStream(probe.read(photo).clean()));
        assertThat(after.containsDirectoryOfType(GpsDirectory.class)).isFalse();
        assertThat(after.containsDirectoryOfType(ExifDirectoryBase.class)).isFalse();
        assertThat(after.containsDirectoryOfType(JpegCommentDirectory.class)).isFalse();
        assertThat(probe.read(photo).clean()).isEqualTo(Pictures.jpeg(600, 900));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void aTurnStaysAlone(int orientation) throws Exception {
        Picture picture = probe.read(Pictures.photographed(600, 300, orientation));
        assertThat(picture.orientation()).isEqualTo(orientation);
        assertThat(picture.seenWidth()).isEqualTo(orientation >= 5 ? 300 : 600);

        Metadata after = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture.clean()));
        ExifIFD0Directory exif = after.getFirstDirectoryOfType(ExifIFD0Directory.class);
        assertThat(exif.getTagCount()).isEqualTo(1);
        assertThat(exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(orientation);
        assertThat(after.containsDirectoryOfType(GpsDirectory.class)).isFalse();
        assertThat(probe.read(picture.clean()).clean()).isEqualTo(picture.clean());
    }

    /** The top left corner is red; where it was stored follows from the orientation. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aThumbnailIsUpright(int orientation) throws Exception {
        boolean lying = orientation >= 5;
        int width = lying ? 300 : 200;
        int height = lying ? 200 : 300;
        boolean right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        // 5 to 8 swap the axes: 6 stores the top left corner at the bottom left, 8 at the top right.
        if (orientation == 6 || orientation == 8) {
            right = orientation == 8;
            bottom = orientation == 6;
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean corner = (x >= width / 2) == right && (y >= height / 2) == bottom;
                image.setRGB(x, y, corner ? 0xE00000 : 0x0000E0);
            }
        }
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "jpg", out);
        Picture picture = probe.read(Pictures.photographed(out.toByteArray(), orientation));

        BufferedImage upright = new Decoder(Limits.media()).middle(picture);
        assertThat(upright.getWidth() * 3).isEqualTo(upright.getHeight() * 2);
        assertThat(upright.getRGB(20, 20) >> 16 & 0xff).isGreaterThan(150);
        assertThat(upright.getRGB(upright.getWidth() - 20, upright.getHeight() - 20) & 0xff)
                .isGreaterThan(150);
        assertThat(upright.getRGB(upright.getWidth() - 20, 20) & 0xff).isGreaterThan(150);
    }
}
