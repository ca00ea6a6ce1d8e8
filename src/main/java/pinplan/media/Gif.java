package pinplan.media;

import java.io.ByteArrayOutputStream;

/** Reads a GIF block by block and keeps frames, their timing and the loop: no comments, no XMP, nothing behind its end. */
final class Gif {
    /** The loop has 19 bytes, with a note on buffering 25. A decoder joins longer ones piece by piece, each time anew. */
    private static final int LONGEST_LOOP = 32;

    private final Cursor in;
    private final Size size;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int frames;
    private boolean loops;

    private Gif(byte[] bytes, Size size) {
        this.in = new Cursor(bytes);
        this.size = size;
    }

    static Picture read(byte[] bytes, Size size) throws Refusal {
        return new Gif(bytes, size).walk();
    }

    private Picture walk() throws Refusal {
        in.skip(6);
        int width = in.u16le();
        int height = in.u16le();
        size.check(width, height);
        int flags = in.u8();
        in.skip(2);
        colours(flags);
        in.copyTo(out, 0);
        while (true) {
            int from = in.at();
            switch (in.u8()) {
                case 0x2C -> frame(from);
                case 0x21 -> extension(from);
                case 0x3B -> {
                    if (frames == 0) {
                        throw Cursor.damaged();
                    }
                    out.write(0x3B);
                    return new Picture(Format.GIF, width, height, frames, 1, out.toByteArray());
                }
                default -> throw Cursor.damaged();
            }
        }
    }

    private void colours(int flags) throws Refusal {
        if ((flags & 0x80) != 0) {
            in.skip(3L << (flags & 7) + 1);
        }
    }

    private void frame(int from) throws Refusal {
        in.skip(4);
        // A frame is decoded in its own size, whatever the size of the canvas.
        size.checkFrame(in.u16le(), in.u16le(), ++frames);
        colours(in.u8());
        int codeSize = in.u8();
        if (codeSize < 1 || codeSize > 8) {
            throw Cursor.damaged();
        }
        blocks();
        in.copyTo(out, from);
    }

    private void extension(int from) throws Refusal {
        int label = in.u8();
        // Decoders trust its length: in more of it they would read what nobody looked at, a frame without bounds
        // perhaps.
        boolean timing = label == 0xF9 && in.peek(0) == 4 && in.peek(5) == 0;
        boolean loop = label == 0xFF
                && in.peek(0) == 11
                && (in.startsWith("\u000bNETSCAPE2.0") || in.startsWith("\u000bANIMEXTS1.0"));
        blocks();
        loop &= !loops && in.at() - from <= LONGEST_LOOP;
        loops |= loop;
        if (timing || loop) {
            in.copyTo(out, from);
        }
    }

    private void blocks() throws Refusal {
        for (int length = in.u8(); length != 0; length = in.u8()) {
            in.skip(length);
        }
    }
}
