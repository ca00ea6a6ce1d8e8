package pinplan.calendar;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;

/** How somebody looked at the calendar last: an address that does not say shows it so again. */
@ApplicationScoped
class Remembered {
    static final String VIEW = "view";
    static final String DENSITY = "chips";

    private static final Duration KEPT = Duration.ofDays(365);

    private final CurrentVertxRequest current;

    Remembered(CurrentVertxRequest current) {
        this.current = current;
    }

    View view(String asked) {
        return keep(VIEW, asked, View::of, View::key);
    }

    Density density(String asked) {
        return keep(DENSITY, asked, Density::of, Density::key);
    }

    private <T> T keep(String cookie, String asked, Function<String, T> meant, Function<T, String> key) {
        HttpServerRequest request = current.getCurrent().request();
        Cookie kept = request.getCookie(cookie);
        String last = kept == null ? null : kept.getValue();
        if (asked == null) {
            return meant.apply(last);
        }
        T now = meant.apply(asked);
        if (!key.apply(now).equals(last)) {
            request.response()
                    .addCookie(Cookie.cookie(cookie, key.apply(now))
                            .setPath("/calendar")
                            .setMaxAge(KEPT.toSeconds())
                            .setHttpOnly(true)
                            .setSecure("https".equals(request.scheme()))
                            .setSameSite(CookieSameSite.LAX));
        }
        return now;
    }
}
