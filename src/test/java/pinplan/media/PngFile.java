package pinplan.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import pinplan.support.Pictures;

/** A PNG written sample by sample, in every way in which one may hold its pixels: a left half and a right half of one colour each. */
final class PngFile {
    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int RGB_ALPHA = 6;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
    /** Adam7: where each pass begins, and how far its pixels are apart. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

    private final int width;
    private final int height;
    private final int colour;
    private final int depth;
    private byte[] chunks = {};
    private int[][] passes = ONE_PASS;

    PngFile(int width, int height, int colour, int depth) {
        this.width = width;
        this.height = height;
        this.colour = colour;
        this.depth = depth;
    }

    PngFile interlaced() {
        passes = PASSES;
        return this;
    }

    /** A chunk before the pixels. */
    PngFile with(String type, int... values) {
        byte[] body = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            body[i] = (byte) values[i];
        }
        chunks = Pictures.joined(chunks, chunk(type, body));
        return this;
    }

    /** The samples of a pixel of either half, as many as this kind of colour has. */
    byte[] of(int[] left, int[] right) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colour)
                .put(12, (byte) (passes == PASSES ? 1 : 0))
                .array();
        return Pictures.joined(
                SIGNATURE,
                chunk("IHDR", header),
                chunks,
                chunk("IDAT", packed(pixels(left, right))),
                chunk("IEND", new byte[0]));
    }

    private byte[] pixels(int[] left, int[] right) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] pass : passes) {
            for (int y = pass[1]; y < height; y += pass[3]) {
                StringBuilder bits = new StringBuilder("00000000");
                for (int x = pass[0]; x < width; x += pass[2]) {
                    for (int sample : x < width / 2 ? left : right) {
                        bits.append(Integer.toBinaryString(1 << depth | sample).substring(1));
                    }
                }
                bits.append("0".repeat((8 - bits.length() % 8) % 8));
                byte[] row = new BigInteger("1" + bits, 2).toByteArray();
                out.write(row, 1, row.length - 1);
            }
        }
        return out.toByteArray();
    }

    private static byte[] packed(byte[] pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(out, new Deflater())) {
            deflating.write(pixels);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] chunk(String type, byte[] body) {
        byte[] named = Pictures.joined(type.getBytes(ISO_8859_1), body);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(body.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }
}
