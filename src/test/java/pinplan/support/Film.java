package pinplan.support;

import static pinplan.support.Pictures.box;
import static pinplan.support.Pictures.ints;
import static pinplan.support.Pictures.joined;
import static pinplan.support.Pictures.letters;
import static pinplan.support.Pictures.shorts;

import java.awt.Color;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes films: one grey frame that says that it is as long as wished, or real ones that a browser plays. */
public final class Film {
    private static final byte[] GREY = {0, 0, 0, 2, 0x65, (byte) 0x88};

    private final int width;
    private final int height;
    private final long millis;
    private String brand = "isom";
    private String codec = "avc1";
    private String handler = "vide";
    private boolean headersFirst;
    private boolean wide;
    private boolean turned;
    private boolean nowhere;
    private long perSecond = 1_000;
    private Long ticks;
    private byte[] settings = {1, 66, 0, 30, -1, -32, 0};
    private List<byte[]> frames = List.of(GREY);
    private byte[] beside = {};
    private String toldAs;
    private List<byte[]> told = List.of();

    private Film(int width, int height, long millis) {
        this.width = width;
        this.height = height;
        this.millis = millis;
    }

    public static Film of(int width, int height, long millis) {
        return new Film(width, height, millis);
    }

    /** One that a browser plays: a second of each colour. Sides are multiples of 16. */
    public static Film of(int width, int height, List<Color> seconds) {
        Film film = new Film(width, height, seconds.size() * 1_000L);
        H264 coder = new H264(width, height);
        film.settings = coder.settings();
        film.frames = new ArrayList<>();
        for (Color colour : seconds) {
            film.frames.add(coder.frame(colour, film.frames.size()));
        }
        return film;
    }

    /** @param brand four letters, or null: as QuickTime began before there were brands */
    public Film branded(String brand) {
        this.brand = brand;
        return this;
    }

    public Film coded(String codec) {
        this.codec = codec;
        return this;
    }

    public Film handledAs(String handler) {
        this.handler = handler;
        return this;
    }

    /** As it is made for the web. */
    public Film headersFirst() {
        headersFirst = true;
        return this;
    }

    /** With sizes and offsets of 64 bits. */
    public Film wide() {
        wide = true;
        return this;
    }

    /** Held upright. */
    public Film turned() {
        turned = true;
        return this;
    }

    /** Without the place where it was taken: nothing of it is blanked. */
    public Film nowhere() {
        nowhere = true;
        return this;
    }

    /** Says its length in this way, in 64 bits. */
    public Film lasting(long ticks, long perSecond) {
        this.ticks = ticks;
        this.perSecond = perSecond;
        return this;
    }

    /** @param beside boxes at the film's end */
    public Film with(byte[]... beside) {
        this.beside = joined(beside);
        return this;
    }

    /** With one more track: what a camera notes while it films. */
    public Film telling(String handler, String... samples) {
        toldAs = handler;
        told = Stream.of(samples).map(Pictures::letters).toList();
        return this;
    }

    public byte[] bytes() {
        byte[] begin =
                brand == null ? box("wide") : box("ftyp", letters(brand), ints(512), letters(brand), letters("mp41"));
        byte[] picture = joined(joined(frames.toArray(byte[][]::new)), joined(told.toArray(byte[][]::new)));
        byte[] data =
                wide ? joined(ints(1), letters("mdat"), longs(picture.length + 16L), picture) : box("mdat", picture);
        int head = wide ? 16 : 8;
        if (!headersFirst) {
            return joined(begin, data, headers(begin.length + head), beside);
        }
        int size = headers(0).length;
        return joined(begin, headers(begin.length + size + head), data, beside);
    }

    private byte[] headers(int offset) {
        byte[] mvhd = ticks == null
                ? box(
                        "mvhd",
                        ints(0, 0, 0, (int) perSecond, (int) millis, 0x10000, 0x1000000, 0, 0),
                        matrix(),
                        new byte[24],
                        ints(2))
                : box(
                        "mvhd",
                        ints(0x1000000),
                        longs(0, 0),
                        ints((int) perSecond),
                        longs(ticks),
                        ints(0x10000, 0x1000000, 0, 0),
                        matrix(),
                        new byte[24],
                        ints(2));
        byte[] tkhd =
                box("tkhd", ints(3, 0, 0, 1, 0, (int) millis, 0, 0, 0, 0), matrix(), ints(width << 16, height << 16));
        byte[] mdia = box(
                "mdia",
                box("mdhd", ints(0, 0, 0, 1_000, (int) millis, 0x55C40000)),
                box("hdlr", ints(0, 0), letters(handler), new byte[13]),
                box(
                        "minf",
                        box("vmhd", ints(1, 0, 0)),
                        box("dinf", box("dref", ints(0, 1), box("url ", ints(1)))),
                        table(offset)));
        byte[] place = box("udta", box("\u00a9xyz", shorts(16, 0x15C7), letters("+48.2083+16.3708/")));
        byte[] tells = toldAs == null ? new byte[0] : box("trak", tkhd, telling(offset));
        return box("moov", mvhd, box("trak", tkhd, mdia), tells, nowhere ? new byte[0] : place);
    }

    /** Each sample lies by itself, behind the pictures. */
    private byte[] telling(int offset) {
        int count = told.size();
        int[] sizes = new int[count + 3];
        int[] chunks = new int[count + 2];
        sizes[2] = chunks[1] = count;
        int from = offset + frames.stream().mapToInt(frame -> frame.length).sum();
        for (int at = 0; at < count; at++) {
            sizes[at + 3] = told.get(at).length;
            chunks[at + 2] = from;
            from += told.get(at).length;
        }
        return box(
                "mdia",
                box("mdhd", ints(0, 0, 0, 1_000, (int) millis, 0x55C40000)),
                box("hdlr", ints(0, 0), letters(toldAs), new byte[13]),
                box(
                        "minf",
                        box(
                                "stbl",
                                box("stsd", ints(0, 1), box("gpmd", new byte[6], shorts(1))),
                                box("stts", ints(0, 1, count, 1_000)),
                                box("stsc", ints(0, 1, 1, 1, 1)),
                                box("stsz", ints(sizes)),
                                box("stco", ints(chunks)))));
    }

    private byte[] table(int offset) {
        byte[] entry = box(
                codec,
                new byte[6],
                shorts(1),
                new byte[16],
                shorts(width, height),
                ints(0x480000, 0x480000, 0),
                shorts(1),
                new byte[32],
                shorts(24, -1),
                box("avcC", settings));
        int count = frames.size();
        int[] sizes = new int[count + 3];
        sizes[2] = count;
        for (int at = 0; at < count; at++) {
            sizes[at + 3] = frames.get(at).length;
        }
        return box(
                "stbl",
                box("stsd", ints(0, 1), entry),
                box("stts", ints(0, 1, count, (int) (millis / count))),
                box("stsc", ints(0, 1, 1, count, 1)),
                box("stsz", ints(sizes)),
                wide ? box("co64", ints(0, 1), longs(offset)) : box("stco", ints(0, 1, offset)));
    }

    private byte[] matrix() {
        return turned
                ? ints(0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000)
                : ints(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
    }

    private static byte[] longs(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * 8);
        for (long value : values) {
            buffer.putLong(value);
        }
        return buffer.array();
    }
}
