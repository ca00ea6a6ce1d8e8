package pinplan.notification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pinplan.database.MasterKey;
import pinplan.web.Ids;

/**
 * What a link at the end of a mail carries instead of a session: which mail it stands in, signed. It opens nothing but the way
 * out of such mails, so it needs no end, and nothing of it is kept.
 */
@Singleton
class OptOut {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final SecretKeySpec key;

    @Inject
    OptOut(MasterKey master) {
        this.key =
                new SecretKeySpec(mac(new SecretKeySpec(master.key(), ALGORITHM), "unsubscribe from mails"), ALGORITHM);
    }

    String of(Mailing mailing) {
        return mailing.id + "." + signature(mailing.id);
    }

    /** The mail's number; empty where nobody here signed that. */
    Optional<Long> read(String token) {
        String[] parts = token.split("\\.", 2);
        Long id = Ids.read(parts[0]);
        if (parts.length < 2 || id == null) {
            return Optional.empty();
        }
        boolean ours = MessageDigest.isEqual(
                signature(id).getBytes(StandardCharsets.UTF_8), parts[1].getBytes(StandardCharsets.UTF_8));
        return ours ? Optional.of(id) : Optional.empty();
    }

    private String signature(long id) {
        byte[] bytes = Arrays.copyOf(mac(key, String.valueOf(id)), BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
