package pinplan.media;

import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.ByteArrayOutputStream;

/**
 * Reads a JPEG segment by segment and keeps those that make the picture: no EXIF, no comment, no preview, nothing behind
 * its end. The pixels are not touched. A turn that the camera noted stays, alone, since dropping it would lay the
 * picture on its side.
 */
final class Jpeg {
    /** A progressive picture has about ten; thousands are there to keep a decoder busy. */
    private static final int MOST_SCANS = 100;
    /** Of a picture with a large colour profile and hundreds of notes; a decoder makes objects of each. */
    private static final int MOST_SEGMENTS = 1_000;

    private final Cursor in;
    private final Size size;
    private final long wholePixels;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int width;
    private int height;
    private int components;
    private int orientation = 1;
    private int scans;

    private Jpeg(byte[] bytes, Size size, long wholePixels) {
        this.in = new Cursor(bytes);
        this.size = size;
        this.wholePixels = wholePixels;
    }

    /** @param wholePixels of one that is held whole to be decoded, since it comes in layers */
    static Picture read(byte[] bytes, Size size, long wholePixels) throws Refusal {
        Jpeg jpeg = new Jpeg(bytes, size, wholePixels);
        jpeg.walk();
        return new Picture(Format.JPEG, jpeg.width, jpeg.height, 1, jpeg.orientation, jpeg.clean());
    }

    private void walk() throws Refusal {
        in.skip(2);
        for (int segments = 0; segments < MOST_SEGMENTS; segments++) {
            int marker = marker();
            if (marker == 0xD9) {
                if (scans == 0) {
                    throw Cursor.damaged();
                }
                return;
            }
            int from = in.at();
            int length = in.u16();
            if (length < 2) {
                throw Cursor.damaged();
            }
            in.need(length - 2);
            segment(marker, from, length);
            if (marker == 0xDA) {
                scan();
            }
        }
        throw Cursor.damaged();
    }

    private int marker() throws Refusal {
        if (in.u8() != 0xFF) {
            throw Cursor.damaged();
        }
        int marker = in.u8();
        while (marker == 0xFF) {
            marker = in.u8();
        }
        return marker;
    }

    private void segment(int marker, int from, int length) throws Refusal {
        int end = from + length;
        switch (marker) {
            case 0xE0 -> jfif(from, length);
            case 0xE1 -> exif(from + 2, end);
            case 0xE2 -> keepIf(in.startsWith("ICC_PROFILE\0"), marker, from, length);
            case 0xEE -> keepIf(in.startsWith("Adobe"), marker, from, length);
            case 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEF, 0xFE -> {}
            case 0xC0, 0xC1, 0xC2 -> {
                frame(length);
                if (marker == 0xC2) {
                    layered();
                }
                keepIf(true, marker, from, length);
            }
            case 0xC4, 0xDB, 0xDD -> {
                if (length == 2) {
                    throw Cursor.damaged();
                }
                keepIf(true, marker, from, length);
            }
            case 0xDA -> {
                if (width == 0 || ++scans > MOST_SCANS) {
                    throw Cursor.damaged();
                }
                if (in.peek(0) < components) {
                    layered();
                }
                keepIf(true, marker, from, length);
            }
            case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF ->
                throw new Refusal(
                        "This is a kind of JPEG that browsers cannot show. Save it as an ordinary JPEG or as PNG.");
            default -> throw Cursor.damaged();
        }
        in.skip(end - in.at());
    }

    private void keepIf(boolean wanted, int marker, int from, int length) {
        if (wanted) {
            body.write(0xFF);
            body.write(marker);
            body.writeBytes(in.copy(from, from + length));
        }
    }

    /** Without its preview, which may show what was cut away. */
    private void jfif(int from, int length) {
        if (length >= 16 && in.startsWith("JFIF\0") && head.size() == 0) {
            head.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE0, 0, 16});
            head.writeBytes(in.copy(from + 2, from + 14));
            head.write(0);
            head.write(0);
        }
    }

    private void exif(int from, int end) {
        String preamble = ExifReader.JPEG_SEGMENT_PREAMBLE;
        if (orientation != 1 || !in.startsWith(preamble)) {
            return;
        }
        Metadata metadata = new Metadata();
        try {
            new ExifReader().extract(new ByteArrayReader(in.copy(from, end)), metadata, preamble.length());
        } catch (RuntimeException unreadable) {
            // It is dropped anyway; such a picture counts as upright.
            return;
        }
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer noted = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        if (noted != null && noted >= 1 && noted <= 8) {
            orientation = noted;
        }
    }

    private void frame(int length) throws Refusal {
        if (width != 0 || length < 11) {
            throw Cursor.damaged();
        }
        int precision = in.u8();
        height = in.u16();
        width = in.u16();
        components = in.u8();
        if (precision != 8 || length != 8 + 3 * components || (components != 1 && components != 3 && components != 4)) {
            throw Cursor.damaged();
        }
        size.check(width, height);
    }

    /** Progressive, or one colour after the other: a decoder holds all of it before it has the first line, six bytes a pixel. */
    private void layered() throws Refusal {
        long pixels = (long) width * height;
        if (pixels > wholePixels) {
            throw new Refusal("This JPEG is progressive and has " + Words.megapixels(pixels) + ". Of such ones at most "
                    + Words.megapixels(wholePixels) + " are taken: save it without “progressive”.");
        }
    }

    /** The coded pixels: everything up to the next marker that is no restart and no escaped 0xFF. */
    private void scan() throws Refusal {
        int from = in.at();
        while (true) {
            if (in.peek(0) == 0xFF) {
                int next = in.peek(1);
                if (next == 0xFF) {
                    in.skip(1);
                    continue;
                }
                if (next != 0 && (next < 0xD0 || next > 0xD7)) {
                    in.copyTo(body, from);
                    return;
                }
                in.skip(2);
            } else {
                in.skip(1);
            }
        }
    }

    private byte[] clean() {
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.size() + body.size() + 64);
        all.write(0xFF);
        all.write(0xD8);
        all.writeBytes(head.toByteArray());
        if (orientation != 1) {
            all.writeBytes(turned(orientation));
        }
        all.writeBytes(body.toByteArray());
        all.write(0xFF);
        all.write(0xD9);
        return all.toByteArray();
    }

    /** The smallest EXIF there is: one tag, the orientation. */
    private static byte[] turned(int orientation) {
        byte[] exif = new byte[36];
        byte[] start = {
            (byte) 0xFF,
            (byte) JpegSegmentType.APP1.byteValue,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation
        };
        System.arraycopy(start, 0, exif, 0, start.length);
        return exif;
    }
}
