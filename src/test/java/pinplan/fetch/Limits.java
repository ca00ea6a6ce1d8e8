package pinplan.fetch;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The limits as the application has them, without the application. */
public final class Limits {
    private Limits() {}

    public static FetchLimits fetch(String... keysAndValues) {
        SmallRyeConfigBuilder config =
                new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(FetchLimits.class);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            config.withDefaultValues(Map.of("pinplan.fetch." + keysAndValues[i], keysAndValues[i + 1]));
        }
        return config.build().getConfigMapping(FetchLimits.class);
    }
}
