package pinplan.media;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/** Reads a PNG chunk by chunk and keeps those that make the picture: no text, no EXIF, no time, nothing behind its end. */
final class Png {
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI",
            "bKGD", "pHYs");
    /** Colour profiles are packed; large ones have kilobytes. */
    private static final int LARGEST_PROFILE = 4_000_000;

    private Png() {}

    static Picture read(byte[] bytes, Size size) throws Refusal {
        Cursor in = new Cursor(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        in.skip(8);
        in.copyTo(out, 0);
        int width = 0;
        int height = 0;
        boolean pixels = false;
        Set<String> seen = new HashSet<>();
        while (true) {
            int from = in.at();
            long length = in.u32();
            String type = name(in);
            in.need(length + 4);
            if (!sound(in, from + 4, (int) length)) {
                throw Cursor.damaged();
            }
            if (type.equals("IHDR") == (width > 0)) {
                // The header comes first and once.
                throw Cursor.damaged();
            }
            if (type.equals("IHDR")) {
                long[] sides = header(in, length);
                size.check(sides[0], sides[1]);
                width = (int) sides[0];
                height = (int) sides[1];
            }
            if (type.equals("acTL")) {
                throw new Refusal(
                        "This PNG is animated, which Pinterest does not show. Save it as a still PNG or as a GIF.");
            }
            boolean critical = Character.isUpperCase(type.charAt(0));
            if (critical && !KEPT.contains(type) || type.equals("iCCP") && length > LARGEST_PROFILE) {
                throw Cursor.damaged();
            }
            in.skip(from + 12 + length - in.at());
            boolean pixel = type.equals("IDAT") && length > 0;
            // All others are there once; a decoder makes objects of each.
            if (pixel || !type.equals("IDAT") && KEPT.contains(type) && seen.add(type)) {
                in.copyTo(out, from);
            }
            pixels |= pixel;
            if (type.equals("IEND")) {
                if (!pixels) {
                    throw Cursor.damaged();
                }
                return new Picture(Format.PNG, width, height, 1, 1, out.toByteArray());
            }
        }
    }

    private static String name(Cursor in) throws Refusal {
        StringBuilder name = new StringBuilder(4);
        for (int i = 0; i < 4; i++) {
            int letter = in.u8();
            if ((letter < 'A' || letter > 'Z') && (letter < 'a' || letter > 'z')) {
                throw Cursor.damaged();
            }
            name.append((char) letter);
        }
        return name.toString();
    }

    private static boolean sound(Cursor in, int typeAt, int length) {
        CRC32 crc = new CRC32();
        crc.update(in.copy(typeAt, typeAt + 4 + length));
        byte[] noted = in.copy(typeAt + 4 + length, typeAt + 8 + length);
        return (int) crc.getValue()
                == ((noted[0] & 0xff) << 24 | (noted[1] & 0xff) << 16 | (noted[2] & 0xff) << 8 | noted[3] & 0xff);
    }

    private static long[] header(Cursor in, long length) throws Refusal {
        if (length != 13) {
            throw Cursor.damaged();
        }
        long[] sides = {in.u32(), in.u32()};
        int depth = in.u8();
        int colour = in.u8();
        boolean known = in.u8() == 0 & in.u8() == 0 & in.u8() <= 1;
        boolean depthFits = switch (colour) {
            case 0 -> Set.of(1, 2, 4, 8, 16).contains(depth);
            case 3 -> Set.of(1, 2, 4, 8).contains(depth);
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
        if (!known || !depthFits) {
            throw Cursor.damaged();
        }
        return sides;
    }
}
