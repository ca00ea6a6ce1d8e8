package pinplan.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import java.io.ByteArrayInputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.support.Pictures;

class VideoProbeTest {
    @TempDir
    Path folder;

    private final VideoProbe probe = new VideoProbe(Limits.media());

    @Test
    void readsSidesAndLength() throws Exception {
        Video video = read(Pictures.mp4(720, 1_280, 10));
        assertThat(video.width()).isEqualTo(720);
        assertThat(video.height()).isEqualTo(1_280);
        assertThat(video.durationMillis()).isEqualTo(10_000);
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(Pictures.mp4(720, 1_280, 10)))
                        .getFirstDirectoryOfType(Mp4VideoDirectory.class)
                        .getString(Mp4VideoDirectory.TAG_WIDTH))
                .isEqualTo("720");
    }

    @ParameterizedTest
    @CsvSource({
        "isom, avc1, 720, 1280, 3900, 'This video is 3.9 s long. Pinterest takes 4 s to 15 min.'",
        "isom, avc1, 720, 1280, 900001, 'This video is 15 min long. Pinterest takes 4 s to 15 min.'",
        "isom, avc1, 720, 1280, 961000, 'This video is 16 min 1 s long. Pinterest takes 4 s to 15 min.'",
        "isom, vp09, 720, 1280, 9000, 'This video is coded as vp09. Pinterest takes H.264 and H.265.'",
        "isom, avc1, 400, 1280, 9000, 'This video has 400 × 1,280 pixels, a ratio of 0.31 : 1. Pinterest takes 1 : 2 to 1.91 : 1.'",
        "isom, avc1, 2000, 1000, 9000, 'This video has 2,000 × 1,000 pixels, a ratio of 2.00 : 1. Pinterest takes 1 : 2 to 1.91 : 1.'",
        "qt  , avc1, 720, 1280, 9000, 'This is a QuickTime video (MOV), which is not taken yet. Save it as MP4.'",
        "isom, avc1, 720, 1280, 0, 'This video does not say how long it is (it was cut for streaming). Save it as one whole MP4.'",
    })
    void refusesWhatPinterestDoes(String brand, String codec, int width, int height, long millis, String sentence) {
        byte[] film = Pictures.mp4(brand.length() < 4 ? brand + "  " : brand, codec, width, height, millis);
        assertThatThrownBy(() -> {
                    Format.of(film);
                    read(film);
                })
                .isInstanceOf(Refusal.class)
                .hasMessage(sentence);
    }

    @Test
    void takesH265AndSquaresAndTheLimits() throws Exception {
        assertThat(read(Pictures.mp4("mp42", "hvc1", 1_080, 1_080, 4_000)).durationMillis())
                .isEqualTo(4_000);
        assertThat(read(Pictures.mp4("mp42", "hev1", 500, 1_000, 900_000)).height())
                .isEqualTo(1_000);
    }

    @Test
    void seesAFilmThatWasHeldUpright() throws Exception {
        byte[] film = Pictures.mp4(1_280, 720, 10);
        int header = ImageProbeTest.find(film, 't', 'k', 'h', 'd') + 4;
        ByteBuffer.wrap(film)
                .putInt(header + 40, 0)
                .putInt(header + 44, 0x10000)
                .putInt(header + 52, -0x10000)
                .putInt(header + 56, 0);
        assertThat(read(film).width()).isEqualTo(720);
    }

    @Test
    void refusesATruncatedFilmWhereverItEnds() {
        byte[] whole = Pictures.mp4(720, 1_280, 10);
        for (int length = 12; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void refusesSoundAlone() {
        byte[] film = Pictures.mp4(720, 1_280, 10);
        int handler = ImageProbeTest.find(film, 'v', 'i', 'd', 'e');
        System.arraycopy("soun".getBytes(ISO_8859_1), 0, film, handler, 4);
        assertThatThrownBy(() -> read(film)).hasMessageContaining("sound only");
    }

    @Test
    void refusesWhatPublerDoesNotTake() throws Exception {
        Path file = folder.resolve("long.mp4");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(Pictures.mp4(720, 1_280, 10));
            sparse.setLength(200_000_001);
        }
        assertThatThrownBy(() -> probe.read(file)).hasMessage("This video has 200.1 MB. At most 200 MB are taken.");
    }

    @Test
    void thePlaceWhereItWasTakenIsBlanked() throws Exception {
        byte[] film = Pictures.mp4(720, 1_280, 10);
        assertThat(new String(film, ISO_8859_1)).contains("+48.2083+16.3708");
        Path clean = folder.resolve("clean");
        Looked looked = new Cleaner(new ImageProbe(Limits.media()), probe, new Decoder(Limits.media()))
                .clean(file(film), clean);
        assertThat(looked.format()).isEqualTo(Format.MP4);
        assertThat(Files.size(clean)).isEqualTo(film.length);
        assertThat(new String(Files.readAllBytes(clean), ISO_8859_1)).doesNotContain("+48.2083", "udta");
        assertThat(probe.read(clean).durationMillis()).isEqualTo(10_000);
    }

    private Video read(byte[] bytes) throws Exception {
        return probe.read(file(bytes));
    }

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("film"), bytes);
    }
}
