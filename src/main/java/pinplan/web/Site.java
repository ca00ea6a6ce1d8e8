package pinplan.web;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Where people reach these pages: links in mails and in the log begin so. */
@Singleton
public class Site {
    private final Optional<String> said;
    private final String here;

    public Site(Config config) {
        said = config.getOptionalValue("pinplan.address", String.class).map(String::strip);
        String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("localhost");
        String reachable = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        here = "http://" + reachable + ":"
                + config.getOptionalValue("quarkus.http.port", String.class).orElse("8080");
    }

    /** Rather no start than a year of mails whose links lead nowhere. */
    void start(@Observes StartupEvent event) {
        check();
    }

    void check() {
        if (said.filter(address -> !possible(address)).isPresent()) {
            throw new IllegalStateException(
                    "PINPLAN_ADDRESS must be an http or https address such as https://pins.example.org");
        }
    }

    /** Whether a browser would take it for where a site begins. */
    public static boolean possible(String address) {
        try {
            URI uri = new URI(address);
            // Not its host: Java knows none with an underscore or an umlaut.
            String place = uri.getRawAuthority();
            return place != null
                    && !place.contains("@")
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    /** Without a slash at its end. Where nobody said it, it is right on this machine only. */
    public String address() {
        return said.orElse(here).replaceAll("/+$", "");
    }

    /** Whether somebody said it. */
    public boolean said() {
        return said.isPresent();
    }
}
