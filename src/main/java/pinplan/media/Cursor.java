package pinplan.media;

import java.io.ByteArrayOutputStream;

/** Walks over the bytes of a picture; going past their end is a truncated file, never an exception of Java's. */
final class Cursor {
    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes) {
        this.bytes = bytes;
    }

    int at() {
        return at;
    }

    int u8() throws Refusal {
        need(1);
        return bytes[at++] & 0xff;
    }

    int u16() throws Refusal {
        return u8() << 8 | u8();
    }

    /** Least significant byte first, as GIF has it. */
    int u16le() throws Refusal {
        return u8() | u8() << 8;
    }

    long u32() throws Refusal {
        return (long) u16() << 16 | u16();
    }

    void skip(long count) throws Refusal {
        need(count);
        at += (int) count;
    }

    void need(long count) throws Refusal {
        if (count > bytes.length - at) {
            throw truncated();
        }
    }

    int peek(int ahead) throws Refusal {
        need(ahead + 1L);
        return bytes[at + ahead] & 0xff;
    }

    boolean startsWith(String ascii) {
        if (ascii.length() > bytes.length - at) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if ((bytes[at + i] & 0xff) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    byte[] copy(int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    void copyTo(ByteArrayOutputStream out, int from) {
        out.write(bytes, from, at - from);
    }

    static Refusal truncated() {
        return new Refusal("This file ends too early: a part of the picture is missing. Upload it again.");
    }

    static Refusal damaged() {
        return new Refusal("This picture is damaged and cannot be read. Save it anew and upload it again.");
    }
}
