package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pinplan.support.Pictures;

class ThumbnailsTest {
    @TempDir
    Path folder;

    private final ImageProbe images = new ImageProbe(Limits.media());
    private MediaStore store;
    private Thumbnails thumbnails;

    @BeforeEach
    void open() {
        store = new MediaStore(folder);
        thumbnails = new Thumbnails(store, images, new Decoder(Limits.media()));
    }

    @Test
    void areMadeInEveryWidthTwoToThree() throws Exception {
        for (byte[] picture :
                new byte[][] {Pictures.jpeg(1_600, 900), Pictures.png(100, 2_000), Pictures.gif(300, 300)}) {
            Media media = kept(picture);
            thumbnails.make(media.storeKey, images.read(picture));
            for (int width : Thumbnails.WIDTHS) {
                BufferedImage small = ImageIO.read(thumbnails.file(media, width).toFile());
                assertThat(small.getWidth()).isEqualTo(width);
                assertThat(small.getHeight()).isEqualTo(width * 3 / 2);
            }
        }
    }

    @Test
    void oneIsNotCut() throws Exception {
        int[][] sizes = {
            {1_000, 1_500, 720, 1_080}, {600, 2_400, 540, 2_160}, {1_600, 900, 720, 405}, {300, 400, 300, 400}
        };
        for (int[] size : sizes) {
            BufferedImage whole = whole(Pictures.jpeg(size[0], size[1]));
            assertThat(whole.getWidth()).isEqualTo(size[2]);
            assertThat(whole.getHeight()).isEqualTo(size[3]);
        }
        BufferedImage turned = whole(Pictures.photographed(1_500, 1_000, 6));
        assertThat(turned.getWidth()).isEqualTo(720);
        assertThat(turned.getHeight()).isEqualTo(1_080);
    }

    private BufferedImage whole(byte[] picture) throws Exception {
        return ImageIO.read(thumbnails.file(kept(picture), Thumbnails.WHOLE).toFile());
    }

    @Test
    void aLongPictureIsReadSparselyToo() throws Exception {
        BufferedImage whole = new Decoder(Limits.media()).whole(images.read(Pictures.jpeg(12_000, 600)), 720, 2_160);
        assertThat(whole.getWidth()).isEqualTo(1_500);
        assertThat(whole.getHeight()).isEqualTo(75);
    }

    @Test
    void comeBackWhenTheCacheIsEmptied() throws Exception {
        Media media = kept(Pictures.jpeg(600, 900));
        assertThat(thumbnails.file(media, 112)).exists();
    }

    @Test
    void aVideoHasACard() throws Exception {
        Media media = kept(Pictures.mp4(720, 1_280, 10));
        media.kind = Kind.VIDEO;
        assertThat(ImageIO.read(thumbnails.file(media, 252).toFile()).getHeight())
                .isEqualTo(378);
        assertThat(ImageIO.read(thumbnails.file(media, Thumbnails.WHOLE).toFile())
                        .getHeight())
                .isEqualTo(756);
    }

    @Test
    void aLargePictureIsReadSparsely() throws Exception {
        BufferedImage middle = new Decoder(Limits.media()).middle(images.read(Pictures.jpeg(4_200, 3_600)));
        assertThat(middle.getWidth()).isEqualTo(1_200);
        assertThat(middle.getHeight()).isEqualTo(1_800);
    }

    @Test
    void whatIsClearIsWhite() throws Exception {
        BufferedImage clear = new BufferedImage(300, 450, BufferedImage.TYPE_INT_ARGB);
        var out = new java.io.ByteArrayOutputStream();
        ImageIO.write(clear, "png", out);
        BufferedImage middle = new Decoder(Limits.media()).middle(images.read(out.toByteArray()));
        assertThat(middle.getRGB(10, 10)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void nothingIsLeftLyingAround() throws Exception {
        Media media = kept(Pictures.jpeg(600, 900));
        thumbnails.file(media, 112);
        thumbnails.file(media, Thumbnails.WHOLE);
        store.forget(media.storeKey);
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private Media kept(byte[] bytes) throws Exception {
        Path draft = store.draft();
        Files.write(draft, bytes);
        Media media = new Media();
        media.kind = Kind.PHOTO;
        media.storeKey = store.keep(draft);
        return media;
    }
}
