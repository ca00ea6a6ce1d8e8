package pinplan.board;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.OwnAddress;
import pinplan.team.Deed;
import pinplan.team.Topic;
import pinplan.team.Workspace;
import pinplan.web.Site;

/** What the environment says of Publer, and the connections that follow from it. */
@ApplicationScoped
public class PublerEnvironment {
    static final String PUBLER = "https://app.publer.com/api/v1";

    private final PublerConfig config;
    private final KeyBox box;
    private final Clock clock;
    private volatile boolean followed;

    PublerEnvironment(PublerConfig config, KeyBox box, Clock clock) {
        this.config = config;
        this.box = box;
        this.clock = clock;
    }

    /** Rather no start than a start with a wrong address or half a key. The key itself is never in the message. */
    void start(@Observes StartupEvent event) {
        check(config);
    }

    static void check(PublerConfig config) {
        if (!address(config.apiUrl().orElse(PUBLER))) {
            throw new IllegalStateException(
                    "PUBLER_API_URL must be an http or https address such as https://app.publer.com/api/v1");
        }
        if (config.apiKey().filter(key -> !Connection.possibleKey(key)).isPresent()) {
            throw new IllegalStateException(
                    "PUBLER_API_KEY is no API key: it must be letters, digits and signs without spaces");
        }
        if (config.workspaceId().filter(id -> !Connection.possibleWorkspace(id)).isPresent()) {
            throw new IllegalStateException("PUBLER_WORKSPACE_ID is no id of a Publer workspace");
        }
        if (config.apiKey().isPresent() != config.workspaceId().isPresent()) {
            throw new IllegalStateException(
                    "PUBLER_API_KEY and PUBLER_WORKSPACE_ID count together: set both or neither");
        }
    }

    private static boolean address(String url) {
        if (OwnAddress.SANDBOX.equals(url)) {
            return true;
        }
        // We call it: so Java has to know its host, too.
        return Site.possible(url) && URI.create(url).getHost() != null;
    }

    /** Where Publer is, whosever key it is. */
    public String address() {
        return config.apiUrl().orElse(PUBLER).replaceAll("/+$", "");
    }

    /** Whether it names a key and a workspace. */
    public boolean complete() {
        return config.apiKey().isPresent() && config.workspaceId().isPresent();
    }

    /** Whether this connection is as the environment says, and so not to be changed on a page. */
    public boolean rules(Connection connection) {
        return complete() && connection.fromEnvironment();
    }

    /** Connects a workspace that has no connection of its own, in the caller's transaction. */
    public Optional<Connection> connect(Workspace workspace) {
        Connection connection = Connection.of(workspace.id).orElse(null);
        boolean ours = connection == null || connection.fromEnvironment();
        if (!complete() || !ours || connection != null && asSaid(connection)) {
            return Optional.ofNullable(connection);
        }
        Instant now = clock.instant();
        Deed.of(workspace, null, Topic.SETTINGS, "connected the Publer workspace that the environment names", now)
                .on(config.workspaceId().orElseThrow())
                .record();
        return Optional.of(Connection.connect(
                        workspace.id,
                        address(),
                        config.apiKey().orElseThrow(),
                        config.workspaceId().orElseThrow(),
                        null,
                        box,
                        now)
                .madeFromEnvironment());
    }

    /**
     * Workspaces without a connection get one. Those that follow the environment follow its changes, once in the life of a
     * replica: two that were told different keys, as happens while one is replaced, would undo each other's for ever.
     */
    void connectAll() {
        if (!complete()) {
            return;
        }
        List<Long> open = QuarkusTransaction.requiringNew()
                .call(() -> Workspace.getEntityManager()
                        .createQuery(
                                "select w.id from Workspace w left join PublerConnection c on c.workspaceId = w.id"
                                        + " where c.id is null or c.fromEnvironment and ?1 = false",
                                Long.class)
                        .setParameter(1, followed)
                        .getResultList());
        open.forEach(
                id -> QuarkusTransaction.requiringNew().run(() -> connect(Workspace.locked(Workspace.findById(id)))));
        followed = true;
    }

    private boolean asSaid(Connection connection) {
        return connection.baseUrl().equals(address())
                && Objects.equals(
                        connection.publerWorkspaceId(), config.workspaceId().orElse(null))
                && connection
                        .lane()
                        .keyDigest()
                        .equals(box.digest(config.apiKey().orElse("")));
    }
}
