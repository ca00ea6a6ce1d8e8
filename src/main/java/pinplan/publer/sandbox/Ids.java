package pinplan.publer.sandbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Names for new things, as Publer and Pinterest give them. */
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** 24 hexadecimal digits, beginning with a letter so that it is never taken for a number. */
    static String hex() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        bytes[0] |= (byte) 0xa0;
        return HexFormat.of().formatHex(bytes);
    }

    /** 18 digits: a Pinterest board or pin. */
    static String pinterest() {
        return Long.toString(100_000_000_000_000_000L + (long) (RANDOM.nextDouble() * 800_000_000_000_000_000L));
    }

    /** Small enough for a JSON integer in any language. */
    static String integer() {
        return Integer.toString(10_000_000 + RANDOM.nextInt(1_900_000_000));
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String token() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
