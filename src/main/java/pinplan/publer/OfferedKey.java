package pinplan.publer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key that Publer accepted and that waits for a person to choose one of the workspaces it sees. It is kept here, sealed,
 * and not in the page, since a key never goes back to a browser.
 */
@Entity
public class OfferedKey extends PanacheEntity {
    /** Long enough to choose at leisure; a forgotten key should not lie about. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Long workspaceId;
    private String baseUrl;
    private byte[] sealedKey;
    private int keyVersion;
    private String choices;
    private Instant offeredAt;

    protected OfferedKey() {}

    public static Optional<OfferedKey> of(long workspaceId, Instant now) {
        return find("workspaceId = ?1 and offeredAt > ?2", workspaceId, now.minus(KEPT))
                .firstResultOptional();
    }

    public static void offer(
            long workspaceId, String baseUrl, String key, List<PublerWorkspace> choices, KeyBox box, Instant now) {
        OfferedKey offered = OfferedKey.<OfferedKey>find("workspaceId", workspaceId)
                .firstResultOptional()
                .orElseGet(OfferedKey::new);
        offered.workspaceId = workspaceId;
        offered.baseUrl = baseUrl;
        offered.sealedKey = box.seal(workspaceId, key);
        offered.keyVersion = box.version();
        offered.choices = write(choices);
        offered.offeredAt = now;
        offered.persist();
    }

    public static void forget(long workspaceId) {
        delete("workspaceId", workspaceId);
    }

    public static void forgetOlder(Instant now) {
        delete("offeredAt <= ?1", now.minus(KEPT));
    }

    public List<PublerWorkspace> choices() {
        try {
            return JSON.readValue(choices, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("we wrote it ourselves", impossible);
        }
    }

    /** Connects the workspace with this key, where it was tried, to one of the choices; the offer is over. */
    public Connection choose(PublerWorkspace choice, KeyBox box, Instant now) {
        String key = box.open(workspaceId, keyVersion, sealedKey);
        Connection connection = Connection.connect(workspaceId, baseUrl, key, choice.id(), choice.name(), box, now);
        delete();
        return connection;
    }

    private static String write(List<PublerWorkspace> choices) {
        try {
            return JSON.writeValueAsString(choices);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain texts", impossible);
        }
    }
}
