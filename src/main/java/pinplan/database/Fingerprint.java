package pinplan.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By it a master key is known again, and can't be found out: the database has that of the one that it belongs to. */
public final class Fingerprint {
    private static final String PURPOSE = "pinplan master key fingerprint 1";
    private static final int SAID = 4;

    private final byte[] bytes;

    private Fingerprint(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Fingerprint of(byte[] masterKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(masterKey, "HmacSHA256"));
            return new Fingerprint(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the database belongs to this key. */
    public boolean fits(Connection database) throws SQLException {
        return run("select 1 from master_key where fingerprint = ?", database);
    }

    /** The first key that a database sees is the one that it belongs to. */
    void note(Connection database) throws SQLException {
        run("insert into master_key (fingerprint) values (?) on conflict do nothing returning 1", database);
    }

    void replace(Connection database) throws SQLException {
        run("update master_key set fingerprint = ? returning 1", database);
    }

    private boolean run(String sql, Connection database) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setBytes(1, bytes);
            return statement.executeQuery().next();
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Enough to tell one key from another. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes, 0, SAID);
    }
}
