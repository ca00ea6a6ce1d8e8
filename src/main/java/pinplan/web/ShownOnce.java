package pinplan.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * Carries a secret that is kept nowhere over one redirect, to the one page that shows it.
 *
 * @param path of that page
 */
public record ShownOnce(String name, String path) {
    /** Longer than any redirect takes. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    public NewCookie carrying(String secret, HttpServerRequest request) {
        return cookie(secret, (int) LIFE.toSeconds(), request);
    }

    public NewCookie gone(HttpServerRequest request) {
        return cookie("", 0, request);
    }

    private NewCookie cookie(String value, int maxAge, HttpServerRequest request) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge(maxAge)
                .httpOnly(true)
                .secure("https".equals(request.scheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
