package pinplan.publer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import pinplan.database.MasterKey;

/**
 * Seals Publer keys for the database with AES-256-GCM. The workspace and the version of the master key are sealed in as
 * associated data, so a sealed key that was moved to another row does not open.
 */
@Singleton
public class KeyBox {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final SecretKeySpec digesting;
    private final int version;
    private final SecureRandom random = new SecureRandom();

    @Inject
    KeyBox(MasterKey master) {
        this(master.key(), MasterKey.VERSION);
    }

    KeyBox(byte[] master, int version) {
        this.sealing = new SecretKeySpec(mac(new SecretKeySpec(master, "HmacSHA256"), "publer key"), "AES");
        this.digesting = new SecretKeySpec(mac(new SecretKeySpec(master, "HmacSHA256"), "publer lane"), "HmacSHA256");
        this.version = version;
    }

    /** The stored key does not open: it was tampered with, moved, or sealed under another master key. */
    public static class Unreadable extends RuntimeException {
        Unreadable() {
            super("The stored Publer key cannot be read with this installation's master key. Enter it again.");
        }
    }

    int version() {
        return version;
    }

    byte[] seal(long workspaceId, String key) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, workspaceId, version)
                    .doFinal(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the key could not be sealed");
        }
    }

    String open(long workspaceId, int sealedVersion, byte[] sealed) {
        if (sealedVersion != version || sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new Unreadable();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            byte[] key = cipher(Cipher.DECRYPT_MODE, nonce, workspaceId, sealedVersion)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return new String(key, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException refused) {
            throw new Unreadable();
        }
    }

    /** Names a key without telling it: the same key always has the same digest in one installation. */
    public String digest(String key) {
        return HexFormat.of().formatHex(mac(digesting, key));
    }

    @Override
    public String toString() {
        return "KeyBox[version " + version + "]";
    }

    private Cipher cipher(int mode, byte[] nonce, long workspaceId, int version) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("workspace " + workspaceId + ", version " + version).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HmacSHA256");
        }
    }
}
