package pinplan.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Brings the sentence to the page, and takes the cookie away only once a page has said it. */
public class FlashCookie {
    private final Flash flash;
    private final CurrentVertxRequest current;

    FlashCookie(Flash flash, CurrentVertxRequest current) {
        this.flash = flash;
        this.current = current;
    }

    @ServerRequestFilter
    public void read(ContainerRequestContext request) {
        var cookie = request.getCookies().get(Flash.COOKIE);
        // A page that asks by itself must not take what is meant for the one that a person is on the way to.
        boolean byItself = request.getHeaderString(Caller.LIVE) != null;
        if (cookie == null || cookie.getValue().isEmpty() || byItself) {
            return;
        }
        HttpServerResponse response = current.getCurrent().response();
        try {
            flash.carried(cookie.getValue(), () -> forget(response));
        } catch (IllegalArgumentException e) {
            forget(response);
        }
    }

    private static void forget(HttpServerResponse response) {
        if (!response.headWritten()) {
            response.addCookie(Cookie.cookie(Flash.COOKIE, "")
                    .setPath("/")
                    .setMaxAge(0)
                    .setHttpOnly(true)
                    .setSameSite(CookieSameSite.LAX));
        }
    }
}
