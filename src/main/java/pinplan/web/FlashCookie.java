package pinplan.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
        if (cookie == null || cookie.getValue().isEmpty()) {
            return;
        }
        HttpServerResponse response = current.getCurrent().response();
        flash.carried(text(cookie.getValue()), () -> forget(response));
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

    private static String text(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
