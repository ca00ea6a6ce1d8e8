package pinplan.activity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a line is bound to the one before: a keyed hash of that one's seal, of its own place and of all that it says. */
final class Link {
    /** In this order for ever: the seals that are there depend on it. As texts that no setting of the server changes. */
    private static final String[] COLUMNS = {
        "id::text",
        "workspace_id::text",
        "topic",
        "pin_id::text",
        "campaign_id::text",
        "thing",
        "actor_id::text",
        "who",
        "words",
        "note",
        "differences",
        "address",
        "(extract(epoch from happened_at) * 1000000)::bigint::text"
    };

    private static final String PURPOSE = "pinplan activity chain 1";

    private final Mac mac;

    /** @param masterKey from which this one's key follows, so that no key serves two ends */
    Link(byte[] masterKey) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(masterKey, "HmacSHA256"));
            byte[] key = mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@link #after} reads, of a table or an alias of that name. */
    static String columns(String table) {
        StringBuilder all = new StringBuilder();
        for (String column : COLUMNS) {
            String qualified = column.startsWith("(")
                    ? column.replace("happened_at", table + ".happened_at")
                    : table + "." + column;
            all.append(all.isEmpty() ? "" : ", ").append(qualified);
        }
        return all.toString();
    }

    /**
     * @param before null: it is the first
     * @param first the number of the first of the columns in this row
     */
    byte[] after(byte[] before, long position, ResultSet row, int first) throws SQLException {
        part(before);
        part(Long.toString(position).getBytes(StandardCharsets.UTF_8));
        for (int at = 0; at < COLUMNS.length; at++) {
            String text = row.getString(first + at);
            part(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        }
        return mac.doFinal();
    }

    /** That the lines up to here were sealed with a key that is lost: only who has the one after it can say so. */
    byte[] lost(long workspace, long position, byte[] head) {
        for (String word : List.of("lost", Long.toString(workspace), Long.toString(position))) {
            part(word.getBytes(StandardCharsets.UTF_8));
        }
        part(head);
        return mac.doFinal();
    }

    /** Its length goes first, so that no two different lines can read the same. */
    private void part(byte[] bytes) {
        mac.update(
                ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).array());
        if (bytes != null) {
            mac.update(bytes);
        }
    }
}
