package pinplan.media;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The limits as the application has them, without the application. */
final class Limits {
    private Limits() {}

    static MediaLimits media() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MediaLimits.class)
                .build()
                .getConfigMapping(MediaLimits.class);
    }
}
