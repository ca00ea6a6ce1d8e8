package pinplan.publer;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a workspace's Publer is, and its key, sealed. One per workspace. */
@Entity(name = "PublerConnection")
public class Connection extends PanacheEntity {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{4,500}");
    private static final Pattern PUBLER_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int SHOW_LAST_4_FROM = 16;

    private Long workspaceId;
    private String baseUrl;
    private String publerWorkspaceId;
    private String publerWorkspaceName;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Lane lane;

    private byte[] sealedKey;
    private int keyVersion;
    private String keyLast4;
    private Instant connectedAt;
    private boolean fromEnvironment;

    protected Connection() {}

    public static Optional<Connection> of(long workspaceId) {
        return find("from PublerConnection c join fetch c.lane where c.workspaceId = ?1", workspaceId)
                .firstResultOptional();
    }

    /** Whether this can be a key at all: visible ASCII, since it goes into a header. */
    public static boolean possibleKey(String key) {
        return key != null && KEY.matcher(key).matches();
    }

    public static boolean possibleWorkspace(String publerWorkspaceId) {
        return publerWorkspaceId != null && PUBLER_ID.matcher(publerWorkspaceId).matches();
    }

    /** Before anything is stored: what a first call needs. */
    public static Access tryOut(String baseUrl, String key, String publerWorkspaceId, KeyBox box) {
        return new Access(baseUrl, key, publerWorkspaceId, Lane.of(box.digest(key)).id);
    }

    /**
     * Connects a workspace, in place of what was there. A person stands behind it, so a pause of the key's lane ends.
     *
     * @param baseUrl {@link OwnAddress#SANDBOX} or an http(s) address without a slash at its end
     */
    public static Connection connect(
            long workspaceId,
            String baseUrl,
            String key,
            String publerWorkspaceId,
            String publerWorkspaceName,
            KeyBox box,
            Instant now) {
        if (!possibleKey(key) || !possibleWorkspace(publerWorkspaceId)) {
            throw new IllegalArgumentException("not a Publer key or workspace");
        }
        Connection connection = of(workspaceId).orElseGet(Connection::new);
        connection.workspaceId = workspaceId;
        connection.baseUrl = baseUrl.replaceAll("/+$", "");
        connection.publerWorkspaceId = publerWorkspaceId;
        connection.publerWorkspaceName = publerWorkspaceName;
        connection.lane = Lane.of(box.digest(key));
        connection.lane.resume();
        connection.sealedKey = box.seal(workspaceId, key);
        connection.keyVersion = box.version();
        connection.keyLast4 = key.length() < SHOW_LAST_4_FROM ? "" : key.substring(key.length() - 4);
        connection.connectedAt = now;
        connection.fromEnvironment = false;
        connection.persist();
        return connection;
    }

    /** Opens the key: only where a request is about to be made. */
    public Access access(KeyBox box) {
        return new Access(baseUrl, box.open(workspaceId, keyVersion, sealedKey), publerWorkspaceId, lane.id);
    }

    public Long workspaceId() {
        return workspaceId;
    }

    public String baseUrl() {
        return baseUrl;
    }

    public boolean sandbox() {
        return place().sandbox();
    }

    public String publerWorkspaceId() {
        return publerWorkspaceId;
    }

    public Place place() {
        return new Place(baseUrl, publerWorkspaceId);
    }

    public String publerWorkspaceName() {
        return publerWorkspaceName;
    }

    public Lane lane() {
        return lane;
    }

    /** For whoever locks it, and reads it only then. */
    public long laneId() {
        return lane.id;
    }

    /** Empty when the key is so short that four characters would tell much of it. */
    public String keyLast4() {
        return keyLast4;
    }

    public Instant connectedAt() {
        return connectedAt;
    }

    /** Made from the process's environment: nobody typed it, and nobody changes it on a page. */
    public boolean fromEnvironment() {
        return fromEnvironment;
    }

    public Connection madeFromEnvironment() {
        fromEnvironment = true;
        return this;
    }
}
