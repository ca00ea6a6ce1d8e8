package pinplan.support;

import static pinplan.support.Pictures.ints;
import static pinplan.support.Pictures.joined;

import java.awt.Color;
import java.io.ByteArrayOutputStream;

/** The smallest H.264 that there is: every frame whole, every block as its raw samples. */
final class H264 {
    private static final int RAW_BLOCK = 25;

    private final int across;
    private final int down;

    H264(int width, int height) {
        across = width / 16;
        down = height / 16;
    }

    /** What the film's sample entry says of it. */
    byte[] settings() {
        byte[] sequence = sequence();
        byte[] picture = picture();
        return joined(
                new byte[] {1, 66, 0, 30, -1, -31, 0, (byte) sequence.length},
                sequence,
                new byte[] {1, 0, (byte) picture.length},
                picture);
    }

    byte[] frame(Color colour, int number) {
        Bits bits = new Bits();
        bits.number(0)
                .number(7)
                .number(0)
                .bits(0, 4)
                .number(number % 2)
                .bits(0, 2)
                .number(0)
                .number(1);
        double red = colour.getRed();
        double green = colour.getGreen();
        double blue = colour.getBlue();
        int luma = (int) Math.round(16 + .257 * red + .504 * green + .098 * blue);
        int cb = (int) Math.round(128 - .148 * red - .291 * green + .439 * blue);
        int cr = (int) Math.round(128 + .439 * red - .368 * green - .071 * blue);
        for (int block = 0; block < across * down; block++) {
            bits.number(RAW_BLOCK).align().samples(luma, 256).samples(cb, 64).samples(cr, 64);
        }
        byte[] unit = bits.unit(0x65);
        return joined(ints(unit.length), unit);
    }

    private byte[] sequence() {
        return new Bits()
                .bits(66, 8)
                .bits(0, 8)
                .bits(30, 8)
                .number(0)
                .number(0)
                .number(2)
                .number(1)
                .bits(0, 1)
                .number(across - 1)
                .number(down - 1)
                .bits(0b1100, 4)
                .unit(0x67);
    }

    private byte[] picture() {
        return new Bits()
                .number(0)
                .number(0)
                .bits(0, 2)
                .number(0)
                .number(0)
                .number(0)
                .bits(0, 3)
                .number(0)
                .number(0)
                .number(0)
                .bits(0b100, 3)
                .unit(0x68);
    }

    private static final class Bits {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int current;
        private int held;

        Bits bits(int value, int count) {
            for (int at = count - 1; at >= 0; at--) {
                current = current << 1 | value >> at & 1;
                if (++held == 8) {
                    out.write(current);
                    current = 0;
                    held = 0;
                }
            }
            return this;
        }

        /** In the code of Exp and Golomb; one that is signed only ever is 0. */
        Bits number(int value) {
            int length = 32 - Integer.numberOfLeadingZeros(value + 1);
            return bits(0, length - 1).bits(value + 1, length);
        }

        Bits align() {
            return held == 0 ? this : bits(0, 8 - held);
        }

        Bits samples(int value, int count) {
            for (int at = 0; at < count; at++) {
                out.write(value);
            }
            return this;
        }

        /** With its end, and no three bytes in it that would begin another. */
        byte[] unit(int head) {
            bits(1, 1).align();
            ByteArrayOutputStream unit = new ByteArrayOutputStream();
            unit.write(head);
            int zeros = 0;
            for (byte each : out.toByteArray()) {
                if (zeros == 2 && each >= 0 && each <= 3) {
                    unit.write(3);
                    zeros = 0;
                }
                unit.write(each);
                zeros = each == 0 ? zeros + 1 : 0;
            }
            return unit.toByteArray();
        }
    }
}
