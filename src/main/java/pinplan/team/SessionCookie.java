package pinplan.team;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Optional;

/** How the session's token travels. On https only the name that browsers bind to this host and to https counts. */
final class SessionCookie {
    private SessionCookie() {}

    static boolean secure(HttpServerRequest request) {
        return "https".equals(request.scheme());
    }

    static String name(boolean secure) {
        return secure ? "__Host-pinplan" : "pinplan";
    }

    static Optional<Token> read(Map<String, Cookie> cookies, boolean secure) {
        return Optional.ofNullable(cookies.get(name(secure)))
                .map(Cookie::getValue)
                .filter(value -> !value.isBlank())
                .map(Token::new);
    }

    static NewCookie of(Token token, boolean secure) {
        return cookie(token.text(), -1, secure);
    }

    static NewCookie gone(boolean secure) {
        return cookie("", 0, secure);
    }

    private static NewCookie cookie(String value, int maxAge, boolean secure) {
        return new NewCookie.Builder(name(secure))
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
