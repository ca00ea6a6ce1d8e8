package pinplan.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Hosts that only send people on, as the list that ships names them. */
public final class Shorteners {
    private static final Set<String> HOSTS = read();

    private Shorteners() {}

    /** What is wrong with a link to one; null: it is to none. */
    public static String warning(String link) {
        Canonical canonical = Canonical.of(link);
        return canonical == null || !HOSTS.contains(canonical.host())
                ? null
                : "%s only sends people on: Pinterest takes such links for spam. Link to the page itself."
                        .formatted(canonical.host());
    }

    private static Set<String> read() {
        try (BufferedReader list = new BufferedReader(new InputStreamReader(
                Shorteners.class.getResourceAsStream("/links/shorteners.txt"), StandardCharsets.UTF_8))) {
            return list.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
