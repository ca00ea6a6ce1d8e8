package pinplan.endurance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One request or answer as it passes a wire: it says its length in its head. */
final class Message {
    private Message() {}

    /** Reads on until it is whole. */
    static byte[] whole(byte[] begun, InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        read.write(begun);
        byte[] more = new byte[16_384];
        while (!complete(read.toByteArray())) {
            int got = in.read(more);
            if (got < 0) throw new IOException("cut");
            read.write(more, 0, got);
        }
        return read.toByteArray();
    }

    private static boolean complete(byte[] bytes) {
        String text = text(bytes);
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) return false;
        String lower = text.substring(0, head).toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        if (at < 0) return text.endsWith("0\r\n\r\n");
        int length =
                Integer.parseInt(lower.substring(at + 15).split("\r\n", 2)[0].strip());
        return bytes.length >= head + 4 + length;
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
