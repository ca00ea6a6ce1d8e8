package pinplan.board;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Publer from the environment: where it is, for everybody, and whose key those workspaces use that have none of their own. */
@ConfigMapping(prefix = "publer")
public interface PublerConfig {
    /**
     * {@code PUBLER_API_URL}, http or https; {@value PublerEnvironment#PUBLER} when it is not set or empty. Keys are sent to this address only; nobody can change it on a page, since
     * whoever chooses it receives every key that is typed in.
     */
    Optional<String> apiUrl();

    /** {@code PUBLER_API_KEY}: made in Publer under Settings → Access &amp; Login → API Keys. */
    Optional<String> apiKey();

    /** {@code PUBLER_WORKSPACE_ID}: the Publer workspace that the key is used in. Key and workspace count together only. */
    Optional<String> workspaceId();
}
