package pinplan.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Refuses what another site makes a browser send. Before authentication, and for every address there is. */
@Singleton
class SameOrigin {
    static final int PRIORITY = 500;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OURS = Set.of("same-origin", "none");
    /**
     * Asked by programs with a key of their own, never by a browser with a session: Publer's clients, and mail providers who
     * click the way out of a mail for somebody. What stands there looks at no session.
     */
    private static final List<String> KEYED = List.of("/sandbox/publer/", "/unsubscribe/");

    private final ErrorPages pages;

    SameOrigin(ErrorPages pages) {
        this.pages = pages;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext route) {
        HttpServerRequest request = route.request();
        if (SAFE.contains(request.method()) || keyed(route.normalizedPath()) || ours(request)) {
            route.next();
            return;
        }
        pages.answer(
                route,
                403,
                "This was sent from another site, so nothing was done. Open the page here and send it again.");
    }

    private static boolean keyed(String path) {
        return KEYED.stream().anyMatch(path::startsWith);
    }

    private static boolean ours(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        if (site == null && origin == null) {
            return false;
        }
        return (site == null || OURS.contains(site)) && (origin == null || same(origin, request, site != null));
    }

    /**
     * Behind a proxy that ends TLS our own scheme may read http, and our own port may be lost. Browsers say {@code
     * Sec-Fetch-Site} only to trustworthy addresses and judge both themselves; without it they must match too.
     */
    private static boolean same(String origin, HttpServerRequest request, boolean judged) {
        try {
            URI from = URI.create(origin);
            HostAndPort here = request.authority();
            return from.getHost() != null
                    && here != null
                    && from.getHost().equalsIgnoreCase(here.host())
                    && (judged && here.port() <= 0
                            || port(from.getPort(), from.getScheme()) == port(here.port(), from.getScheme()))
                    && (judged || request.scheme().equals(from.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** An address says its port only where it is not the usual one. */
    private static int port(int said, String scheme) {
        return said > 0 ? said : "https".equals(scheme) ? 443 : 80;
    }
}
