package pinplan.web;

import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What templates say to load files that browsers keep: {@code {assets}} is the build. */
@TemplateGlobal
final class Assets {
    static final String assets;

    static {
        var built = new Properties();
        try (var in = Assets.class.getResourceAsStream("/web-assets.properties")) {
            built.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assets = built.getProperty("assets");
    }

    private Assets() {}
}
