package pinplan.web;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** {icon:of('calendar')}: decoration only, the word stands beside it. How it is drawn is in
 * base.css. Ready to be written, as a page of chips has hundreds. */
@TemplateExtension(namespace = "icon")
public final class Icons {
    private static final String DRAWN = "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">%s</svg>";
    private static final Map<String, RawString> ALL = read();

    private Icons() {}

    static RawString of(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    /** @param kind as a status names itself */
    public static RawString status(String kind) {
        return of("status-" + kind);
    }

    private static Map<String, RawString> read() {
        Properties shapes = new Properties();
        try (Reader in =
                new InputStreamReader(Icons.class.getResourceAsStream("/icons.properties"), StandardCharsets.UTF_8)) {
            shapes.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return shapes.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> new RawString(DRAWN.formatted(shapes.getProperty(name)))));
    }
}
