package pinplan.media;

import java.util.Arrays;

/**
 * Reads the headers of a WebP. It is never kept as it is, so nothing of it needs to be taken out: what is made of it holds
 * pixels alone.
 */
final class Webp {
    private static final int ANIMATED = 0x02;

    private Webp() {}

    static Picture read(byte[] bytes, Size size) throws Refusal {
        Cursor in = new Cursor(bytes);
        in.skip(4);
        long length = u32le(in);
        in.need(length);
        long end = in.at() + length;
        in.skip(4);
        boolean extended = in.startsWith("VP8X");
        long[] sides = extended ? canvas(in) : sides(in);
        size.check(sides[0], sides[1]);
        if (extended) {
            onePicture(in, end, sides);
        }
        return new Picture(Format.WEBP, (int) sides[0], (int) sides[1], 1, 1, bytes);
    }

    /** By the chunk that holds its pixels, of which there are two kinds. */
    private static long[] sides(Cursor in) throws Refusal {
        boolean film = in.startsWith("VP8 ");
        if (!film && !in.startsWith("VP8L")) {
            throw Cursor.damaged();
        }
        in.skip(8);
        return film ? film(in) : lossless(in);
    }

    /** By the chunk that says what follows it. */
    private static long[] canvas(Cursor in) throws Refusal {
        in.skip(8);
        if ((in.u8() & ANIMATED) != 0) {
            throw new Refusal("This WebP is animated. Save it as a GIF or as an MP4 video.");
        }
        in.skip(3);
        return new long[] {1 + u24le(in), 1 + u24le(in)};
    }

    /** A decoder unpacks all that it finds behind the canvas, each in its own size: there is one, as large as the canvas. */
    private static void onePicture(Cursor in, long end, long[] canvas) throws Refusal {
        int pictures = 0;
        int veils = 0;
        while (in.at() < end) {
            boolean picture = in.startsWith("VP8 ") || in.startsWith("VP8L");
            pictures += picture ? 1 : 0;
            veils += in.startsWith("ALPH") ? 1 : 0;
            long next = in.at() + 8 + length(in);
            if (picture && !Arrays.equals(sides(in), canvas) || pictures > 1 || veils > 1) {
                throw Cursor.damaged();
            }
            in.skip(Math.min(next, end) - in.at());
        }
        if (pictures == 0) {
            throw Cursor.damaged();
        }
    }

    /** Of the chunk that begins here, with what fills it up to an even number. */
    private static long length(Cursor in) throws Refusal {
        long length = in.peek(4) | in.peek(5) << 8 | in.peek(6) << 16 | (long) in.peek(7) << 24;
        return length + (length & 1);
    }

    /** A key frame of VP8. */
    private static long[] film(Cursor in) throws Refusal {
        in.skip(3);
        if (in.u8() != 0x9D || in.u8() != 0x01 || in.u8() != 0x2A) {
            throw Cursor.damaged();
        }
        return new long[] {in.u16le() & 0x3FFF, in.u16le() & 0x3FFF};
    }

    private static long[] lossless(Cursor in) throws Refusal {
        if (in.u8() != 0x2F) {
            throw Cursor.damaged();
        }
        long bits = u32le(in);
        return new long[] {1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)};
    }

    private static long u32le(Cursor in) throws Refusal {
        return in.u16le() | (long) in.u16le() << 16;
    }

    private static long u24le(Cursor in) throws Refusal {
        return in.u16le() | (long) in.u8() << 16;
    }
}
