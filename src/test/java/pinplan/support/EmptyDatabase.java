package pinplan.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** For what only happens before there is a workspace: an application of its own on a PostgreSQL of its own. */
public class EmptyDatabase implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("pinplan.data", "target/test-data-empty");
    }
}
