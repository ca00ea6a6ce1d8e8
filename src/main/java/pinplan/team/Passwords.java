package pinplan.team;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a password may be, and how it is kept: bcrypt over its SHA-512, because bcrypt alone ignores what follows byte 72. */
@Singleton
public class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private final int cost;
    private final Set<String> common;
    /** Checked for unknown people, so that they take as long as known ones. */
    private final String nobody;

    Passwords(@ConfigProperty(name = "pinplan.password.cost") int cost) {
        this.cost = cost;
        common = common();
        nobody = hash(Token.fresh().text());
    }

    public String hash(String password) {
        return BCrypt.with(VERSION, new SecureRandom(), LongPasswordStrategies.hashSha512(VERSION))
                .hashToString(cost, normal(password).toCharArray());
    }

    boolean matches(String password, Member member) {
        String hash = member == null ? nobody : member.passwordHash;
        return fits(password, hash) && member != null;
    }

    public boolean fits(String password, String hash) {
        return BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                .verify(normal(password).toCharArray(), hash)
                .verified;
    }

    /** What is wrong with a new password, in a sentence. */
    public Optional<String> refusal(String password) {
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("Use at least " + SHORTEST + " characters; this has " + length + ".");
        }
        if (length > LONGEST) {
            return Optional.of("Use at most " + LONGEST + " characters; this has " + length + ".");
        }
        if (common.contains(normal(password).toLowerCase(Locale.ROOT))
                || password.codePoints().distinct().count() < 4) {
            return Optional.of(
                    "This password is among the first that anyone would try. Choose another, such as four unrelated words.");
        }
        return Optional.empty();
    }

    /** The same word typed on two keyboards can differ in bytes. */
    private static String normal(String password) {
        return Normalizer.normalize(password == null ? "" : password, Normalizer.Form.NFKC);
    }

    private static Set<String> common() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Passwords.class.getResourceAsStream("/passwords/common.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
