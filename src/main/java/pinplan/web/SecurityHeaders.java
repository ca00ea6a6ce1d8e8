package pinplan.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

/** Said with every answer: pages, files, errors. A route may be stricter by setting its own. */
@Singleton
class SecurityHeaders {
    static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
            + " connect-src 'self'; font-src 'self'; media-src 'self' blob:; manifest-src 'self'; form-action 'self';"
            + " frame-ancestors 'none'; base-uri 'none'";

    void register(@Observes Filters filters) {
        filters.register(this::add, SameOrigin.PRIORITY + 100);
    }

    private void add(RoutingContext route) {
        MultiMap headers = route.response().headers();
        headers.set("Content-Security-Policy", CSP);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if ("https".equals(route.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        route.addHeadersEndHandler(sent -> sayLetters(headers));
        route.next();
    }

    /** A page that does not say in which letters it is written leaves a browser to guess. */
    private static void sayLetters(MultiMap headers) {
        if (MediaType.TEXT_HTML.equals(headers.get("Content-Type"))) {
            headers.set("Content-Type", Answer.HTML.toString());
        }
    }
}
