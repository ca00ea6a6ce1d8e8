package pinplan.bench;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A PostgreSQL of its own that syncs to the disk, as the one does that people run. */
public class DurableDatabase implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "pinplan.data", "target/bench-data",
                "pinplan.durable", "true",
                // What they begin with is made by few statements, of many rows each.
                "quarkus.datasource.jdbc.new-connection-sql", "set statement_timeout = 0",
                "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "0",
                // They tell at length of each start.
                "quarkus.log.category.\"org.quartz\".level", "WARN",
                "quarkus.log.category.\"com.github.kagkarlsson\".level", "WARN");
    }
}
