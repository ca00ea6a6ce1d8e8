package pinplan.media;

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
        in.need(u32le(in));
        in.skip(4);
        long[] sides = sides(in);
        size.check(sides[0], sides[1]);
        return new Picture(Format.WEBP, (int) sides[0], (int) sides[1], 1, 1, bytes);
    }

    /** By its first chunk, of which there are three kinds. */
    private static long[] sides(Cursor in) throws Refusal {
        if (in.startsWith("VP8 ")) {
            in.skip(8);
            return film(in);
        }
        if (in.startsWith("VP8L")) {
            in.skip(8);
            return lossless(in);
        }
        if (!in.startsWith("VP8X")) {
            throw Cursor.damaged();
        }
        in.skip(8);
        if ((in.u8() & ANIMATED) != 0) {
            throw new Refusal("This WebP is animated. Save it as a GIF or as an MP4 video.");
        }
        in.skip(3);
        return new long[] {1 + u24le(in), 1 + u24le(in)};
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
