package pinplan.publer.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;

/** The way to worlds: making one, and finding the one behind a key. */
@ApplicationScoped
public class Sandbox {
    private final KeyBox box;
    private final Clock clock;

    Sandbox(KeyBox box, Clock clock) {
        this.box = box;
        this.clock = clock;
    }

    /** A key for a new world. It looks like what it is, so that nobody takes it for one of Publer's. */
    public static String newKey() {
        return "sandbox-" + Ids.token();
    }

    /** Makes a world without accounts, in the caller's transaction. */
    public SandboxWorld create(String key, String name) {
        return SandboxWorld.create(box.digest(key), name, clock.instant());
    }

    public Stage world(String key) {
        return new Stage(box.digest(key), clock);
    }

    /** The world that a workspace's connection leads to, if it leads to the sandbox at all. */
    Optional<Stage> of(Connection connection) {
        String digest = connection.lane().keyDigest();
        return connection.sandbox() && SandboxWorld.of(digest).isPresent()
                ? Optional.of(new Stage(digest, clock))
                : Optional.empty();
    }
}
