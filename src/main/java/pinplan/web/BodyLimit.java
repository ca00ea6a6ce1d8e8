package pinplan.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in words what the server would say with an empty 413. */
@Singleton
class BodyLimit {
    private final ErrorPages pages;
    private final MemorySize most;

    BodyLimit(ErrorPages pages, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.pages = pages;
        this.most = most;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, SameOrigin.PRIORITY - 100);
    }

    private void check(RoutingContext route) {
        if (announced(route) <= most.asLongValue()) {
            route.next();
            return;
        }
        route.response().putHeader("Connection", "close");
        pages.answer(route, 413, ErrorPages.sentence(413));
        // Not at once: a browser that is cut off while it still sends shows its own error instead of our page.
        route.vertx().setTimer(2000, late -> route.request().connection().close());
    }

    private static long announced(RoutingContext route) {
        try {
            String length = route.request().getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
