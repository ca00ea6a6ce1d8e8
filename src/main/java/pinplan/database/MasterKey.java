package pinplan.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The key under which secrets lie in the database. It is never kept in that database: it comes from the environment
 * or, with the embedded PostgreSQL, from a file made once.
 */
@ApplicationScoped
public class MasterKey {
    /** Before the scheduler, which begins with 0: no regular work may start in an application that does not. */
    private static final int FIRST = -1;

    /** Which derivation and key this is; written beside each secret, so that a later key can be told apart. */
    public static final int VERSION = 1;

    private static final Logger LOG = Logger.getLogger(MasterKey.class);

    private static final String ANOTHER =
            "The master key is another one than the database belongs to. Stop Pinplan and start it with the one before: in"
                    + " PINPLAN_MASTER_KEY, or data/master.key from a backup. Until then the Publer key can't be read, and no"
                    + " activity is sealed; nothing is lost by that. Only if that key is lost for good: start once with"
                    + " PINPLAN_MASTER_KEY_LOST=%s, and enter the Publer key again.";

    private static final int MIN_CHARACTERS = 32;
    private static final int MIN_DIFFERENT = 10; // random base64 of this length has about 25, a repeated word has few

    private final byte[] key;
    private final Fingerprint print;
    private final boolean insteadOfALostOne;
    private volatile boolean fits;

    /** @param lost said once, where the key that a database belongs to is lost for good: the fingerprint of the one that comes instead */
    MasterKey(
            @ConfigProperty(name = "pinplan.master-key") Optional<String> given,
            @ConfigProperty(name = "pinplan.master-key-lost") Optional<String> lost,
            @ConfigProperty(name = "pinplan.embedded", defaultValue = "false") boolean embedded,
            @ConfigProperty(name = "pinplan.data") Path data) {
        key = derived(secret(given, embedded || LaunchMode.current() != LaunchMode.NORMAL, data));
        print = Fingerprint.of(key);
        insteadOfALostOne =
                lost.map(String::strip).filter(print.toString()::equals).isPresent();
    }

    /** For a command beside the application. Where a database of one's own is used, no file stands in for a missing key. */
    public static byte[] outside(Optional<String> given, boolean embedded, Path data) {
        return derived(secret(given, embedded, data));
    }

    /** First of all start-up work: nothing is served or sent with a bad key, and nothing sealed with another one. */
    void check(@Observes @Priority(FIRST) StartupEvent start, AgroalDataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            print.note(connection);
            fits = print.fits(connection);
        }
        if (!fits && !insteadOfALostOne) LOG.error(ANOTHER.formatted(print));
    }

    /** Whether it is the one that the database belongs to. */
    public boolean fits() {
        return fits;
    }

    /** Whether somebody says that the one before is lost, and this one comes instead. */
    public boolean comesInstead() {
        return !fits && insteadOfALostOne;
    }

    /** From now on the database belongs to this one. */
    public void replaceTheLost(Connection database) throws SQLException {
        print.replace(database);
        fits = true;
    }

    /** 32 bytes, for AES-256. */
    public byte[] key() {
        return key.clone();
    }

    /**
     * @param fileWillDo whether a file beside the data may stand in for a missing PINPLAN_MASTER_KEY
     */
    static String secret(Optional<String> given, boolean fileWillDo, Path data) {
        Optional<String> secret = given.map(String::strip).filter(text -> !text.isEmpty());
        if (secret.isPresent()) return strong(secret.get());
        if (!fileWillDo)
            throw refusal(
                    "PINPLAN_MASTER_KEY is not set. With a database of your own, Pinplan needs it to encrypt the Publer key.");
        Path file = data.resolve("master.key");
        try {
            OwnerOnly.folder(data);
            return strong(OwnerOnly.secret(file));
        } catch (IOException e) {
            throw refusal(
                    "The master key in " + file.toAbsolutePath() + " cannot be read or made: " + e.getMessage() + ".");
        }
    }

    private static String strong(String secret) {
        String word = secret.toLowerCase(Locale.ROOT);
        if (word.contains("changeme") || word.contains("change-me") || word.contains("change_me"))
            throw refusal("The master key is an example's.");
        if (secret.length() < MIN_CHARACTERS)
            throw refusal("The master key is too short: it has %d characters and needs at least %d."
                    .formatted(secret.length(), MIN_CHARACTERS));
        if (secret.chars().distinct().count() < MIN_DIFFERENT)
            throw refusal("The master key is too easy to guess: it repeats a few characters.");
        return secret;
    }

    private static ConfigurationException refusal(String reason) {
        return new ConfigurationException("Pinplan does not start. " + reason
                + " Make a key once with \"openssl rand -base64 32\", keep it safe, and set PINPLAN_MASTER_KEY to it.");
    }

    private static byte[] derived(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(("pinplan master key " + VERSION).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
