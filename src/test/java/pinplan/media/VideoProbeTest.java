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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.support.Film;
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
        "isom, avc1, 720, 1280, 0, 'This video does not say how long it is (it was cut for streaming). Save it as one whole MP4.'",
    })
    void refusesWhatPinterestDoes(String brand, String codec, int width, int height, long millis, String sentence) {
        byte[] film = Pictures.mp4(brand, codec, width, height, millis);
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

    private record Taken(String name, Film film, Format format, int width, String codec) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Film film() {
        return Film.of(720, 1_280, 10_000);
    }

    static Stream<Taken> kinds() {
        return Stream.of(
                new Taken("mp4", film(), Format.MP4, 720, "H.264"),
                new Taken("mp4, headers first", film().headersFirst(), Format.MP4, 720, "H.264"),
                new Taken("mp4 of 64 bits", film().wide(), Format.MP4, 720, "H.264"),
                new Taken("mp4 of 64 bits, headers first", film().wide().headersFirst(), Format.MP4, 720, "H.264"),
                new Taken("mp4 in H.265", film().branded("mp42").coded("hvc1"), Format.MP4, 720, "H.265"),
                new Taken("mp4 in 64-bit ticks", film().lasting(900_000, 90_000), Format.MP4, 720, "H.264"),
                new Taken(
                        "ticks near the end of their bits",
                        film().lasting(42_949_672_950L, 0xFFFFFFFFL),
                        Format.MP4,
                        720,
                        "H.264"),
                new Taken(
                        "mp4 with free space",
                        film().with(Pictures.box("free", new byte[99])),
                        Format.MP4,
                        720,
                        "H.264"),
                new Taken("held upright", film().turned(), Format.MP4, 1_280, "H.264"),
                new Taken("mov", film().branded("qt  "), Format.MOV, 720, "H.264"),
                new Taken(
                        "mov, headers first, upright",
                        film().branded("qt  ").headersFirst().turned(),
                        Format.MOV,
                        1_280,
                        "H.264"),
                new Taken("mov in H.265", film().branded("qt  ").coded("hev1"), Format.MOV, 720, "H.265"),
                new Taken("mov older than brands", film().branded(null), Format.MOV, 720, "H.264"),
                new Taken("m4v", film().branded("M4V "), Format.M4V, 720, "H.264"),
                new Taken("m4v for phones", film().branded("M4VP").coded("hvc1"), Format.M4V, 720, "H.265"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void takesAllKindsThatPinterestTakes(Taken kind) throws Exception {
        assertThat(Format.of(kind.film.bytes())).isEqualTo(kind.format);
        Video video = read(kind.film.bytes());
        assertThat(video.width()).isEqualTo(kind.width);
        assertThat(video.width() + video.height()).isEqualTo(2_000);
        assertThat(video.codec()).isEqualTo(kind.codec);
        assertThat(video.durationMillis()).isEqualTo(10_000);
    }

    @Test
    void aNameEndsAsItsKindDoes() {
        assertThat(Format.MOV.name("IMG_1.MOV")).isEqualTo("IMG_1.MOV");
        assertThat(Format.MOV.name("film.mp4")).isEqualTo("film.mov");
        assertThat(Format.M4V.name("film.mov")).isEqualTo("film.m4v");
        assertThat(Stream.of(Format.MP4, Format.MOV, Format.M4V).map(format -> format.contentType))
                .containsExactly("video/mp4", "video/quicktime", "video/x-m4v");
    }

    private record Odd(String name, byte[] bytes, String sentence) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static byte[] nested(int deep) {
        byte[] inside = Pictures.box("free");
        for (int level = 0; level < deep; level++) {
            inside = Pictures.box(level % 2 == 0 ? "trak" : "moov", inside);
        }
        return inside;
    }

    private static byte[] many(int boxes) {
        byte[] all = new byte[boxes * 8];
        for (int at = 0; at < all.length; at += 8) {
            System.arraycopy(Pictures.box("free"), 0, all, at, 8);
        }
        return all;
    }

    /** As said in the box's head, and of it nothing. */
    private static byte[] huge(long size) {
        ByteBuffer box = ByteBuffer.allocate(16);
        return box.putInt(1).put("mdat".getBytes(ISO_8859_1)).putLong(size).array();
    }

    static Stream<Odd> odd() {
        String early = "This file ends too early: a part of the video is missing. Upload it again.";
        String damaged = "This video is damaged and cannot be read. Save it anew as MP4 and upload it again.";
        byte[] whole = film().bytes();
        return Stream.of(
                new Odd("no headers", Pictures.box("mdat", new byte[99]), early),
                new Odd("headers alone", Pictures.box("moov", new byte[0]), early),
                new Odd("cut in its headers", Arrays.copyOf(whole, whole.length - 9), early),
                new Odd(
                        "a box of more than there is",
                        film().with(huge(Long.MAX_VALUE)).bytes(),
                        early),
                new Odd(
                        "a box of less than nothing",
                        film().with(huge(Long.MIN_VALUE)).bytes(),
                        damaged),
                new Odd("a box smaller than its head", film().with(huge(15)).bytes(), damaged),
                new Odd("boxes without end", film().with(many(20_000)).bytes(), damaged),
                new Odd(
                        "boxes within boxes",
                        Pictures.joined(nested(5_000), Pictures.box("mdat")),
                        "This file has no picture track: it is sound only."),
                new Odd(
                        "longer than time",
                        film().lasting(Long.MAX_VALUE, 1).bytes(),
                        "This video is 525600 min long. Pinterest takes 4 s to 15 min."),
                new Odd(
                        "a year in small ticks",
                        film().lasting(0xFFFFFFFFL * 31_536_000, 0xFFFFFFFFL).bytes(),
                        "This video is 525600 min long. Pinterest takes 4 s to 15 min."),
                new Odd("no ticks in a second", film().lasting(10_000, 0).bytes(), null),
                new Odd(
                        "sound alone",
                        film().handledAs("soun").bytes(),
                        "This file has no picture track: it is sound only."),
                new Odd(
                        "headers pressed small",
                        Pictures.joined(Pictures.box("moov", Pictures.box("cmov")), Pictures.box("mdat")),
                        "This QuickTime video is of a very old kind. Save it as MP4."),
                new Odd(
                        "locked",
                        film().branded("M4V ").coded("drmi").bytes(),
                        "This video is locked against copying. Pinterest can't play it."),
                new Odd(
                        "ProRes",
                        film().branded("qt  ").coded("apcn").bytes(),
                        "This video is coded as Apple ProRes. Pinterest takes H.264 and H.265."),
                new Odd(
                        "no letters for its code",
                        film().coded("\1\2\3\4").bytes(),
                        "This video is coded as something unknown. Pinterest takes H.264 and H.265."));
    }

    /** What is refused says why; what only one of its clocks misses is read from the other. */
    @ParameterizedTest
    @MethodSource("odd")
    void oddFilesEndInASentence(Odd odd) throws Exception {
        if (odd.sentence == null) {
            assertThat(read(odd.bytes).durationMillis()).isEqualTo(10_000);
        } else {
            assertThatThrownBy(() -> read(odd.bytes))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(odd.sentence);
        }
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
        Looked looked = cleaner().clean(file(film), clean);
        assertThat(looked.format()).isEqualTo(Format.MP4);
        assertThat(Files.size(clean)).isEqualTo(film.length);
        assertThat(new String(Files.readAllBytes(clean), ISO_8859_1)).doesNotContain("+48.2083", "udta");
        assertThat(probe.read(clean).durationMillis()).isEqualTo(10_000);
    }

    /** Some cameras write their way into a track of its own, some into subtitles. */
    @ParameterizedTest
    @CsvSource({"meta, 0", "sbtl, 0", "text, 0", "'GPS ', 0", "soun, 1", "tmcd, 1"})
    void theWayThatACameraTookIsBlanked(String handler, int kept) throws Exception {
        byte[] film = film().nowhere()
                .telling(handler, "+51.5007-000.1246/", "+51.5194-000.1270/")
                .bytes();
        Path clean = folder.resolve("clean");
        cleaner().clean(file(film), clean);
        String text = new String(Files.readAllBytes(clean), ISO_8859_1);
        assertThat(text).hasSize(film.length);
        assertThat(text.split("\\+51.5", -1)).hasSize(1 + 2 * kept);
        assertThat(text.contains("gpmd")).isEqualTo(kept > 0);
        assertThat(text.substring(0, 38)).as("up to the frame").isEqualTo(new String(film, 0, 38, ISO_8859_1));
        assertThat(probe.read(clean).durationMillis()).isEqualTo(10_000);
    }

    @Test
    void whatItTellsBesideIsNotLookedForInPieces() {
        byte[] film = film().telling("meta", "+51.5007-000.1246/")
                .with(Pictures.box("moof", new byte[8]))
                .bytes();
        assertThatThrownBy(() -> read(film))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith("Save it as one whole MP4, without that.");
    }

    @Test
    void aTrackThatSaysItIsMoreThanTheFileIsDamaged() {
        byte[] film = film().telling("meta", "+51.5007-000.1246/").bytes();
        int sizes = new String(film, ISO_8859_1).lastIndexOf("stsz");
        ByteBuffer.wrap(film).putInt(sizes + 16, Integer.MAX_VALUE);
        assertThatThrownBy(() -> read(film)).isInstanceOf(Refusal.class).hasMessageContaining("damaged");
    }

    /** Tables of chunks are small, what is made of them is not: three tracks of 240,000 each are more than any film has. */
    @Test
    void tracksOfEndlessChunksAreDamaged() throws Exception {
        byte[] two = Pictures.joined(scattered(240_000, 240_000), scattered(240_000, 240_000));
        assertThat(read(withTracks(two)).emptied()).hasSize(480_000);
        assertThatThrownBy(() -> read(withTracks(Pictures.joined(two, scattered(240_000, 240_000)))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("damaged");
        assertThat(read(withTracks(scattered(240_000, 0))).emptied())
                .as("of nothing")
                .isEmpty();
    }

    /** With these behind its own. */
    private static byte[] withTracks(byte[] tracks) {
        byte[] film = film().nowhere().bytes();
        int moov = new String(film, ISO_8859_1).indexOf("moov") - 4;
        byte[] more = Pictures.joined(film, tracks);
        ByteBuffer.wrap(more).putInt(moov, more.length - moov);
        return more;
    }

    /** A track that nobody sees or hears: of one byte each, all in one place, in so many chunks. */
    private static byte[] scattered(int chunks, int samples) {
        return Pictures.box(
                "trak",
                Pictures.box(
                        "mdia",
                        Pictures.box("hdlr", "\0\0\0\0\0\0\0\0meta\0".getBytes(ISO_8859_1)),
                        Pictures.box(
                                "minf",
                                Pictures.box(
                                        "stbl",
                                        Pictures.box("stsc", numbers(0, 1, 1, 1, 1)),
                                        Pictures.box("stsz", numbers(0, 1, samples)),
                                        Pictures.box("stco", Arrays.copyOf(numbers(0, chunks), 8 + 4 * chunks))))));
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        bytes.asIntBuffer().put(numbers);
        return bytes.array();
    }

    private Cleaner cleaner() {
        return new Cleaner(new ImageProbe(Limits.media()), probe, new Decoder(Limits.media()));
    }

    private Video read(byte[] bytes) throws Exception {
        return probe.read(file(bytes));
    }

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("film"), bytes);
    }
}
