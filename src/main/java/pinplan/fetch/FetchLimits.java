package pinplan.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How far the application goes when a person names an address elsewhere. */
@ConfigMapping(prefix = "pinplan.fetch")
public interface FetchLimits {
    /**
     * Servers, as {@code host:port} and separated by commas, that may be fetched from although they are not public: picture
     * servers and pages inside a company's network. Every member who may edit can then make the application ask them, and read
     * the title, the description and the pictures of their pages.
     */
    Optional<Set<String>> alsoAllow();

    /** From the first look-up to the last byte; as long again may somebody wait for their turn. */
    @WithDefault("10s")
    Duration longest();

    @WithDefault("20000000")
    long maxBytes();

    /** Of a page: what it says of itself stands in its head, and nothing needs more. */
    @WithDefault("524288")
    int pageBytes();

    @WithDefault("3")
    int redirects();

    /**
     * People's fetches at one time, beside them those of pins that go out, people's looks at pages, and the checks of pages;
     * others wait their turn.
     */
    @WithDefault("4")
    int atOnce();
}
