package pinplan.calendar;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The way in which somebody looked at the calendar last: the address without a view leads there again. */
@ApplicationScoped
class LastView {
    static final String COOKIE = "view";

    private static final Duration KEPT = Duration.ofDays(365);

    private final CurrentVertxRequest current;

    LastView(CurrentVertxRequest current) {
        this.current = current;
    }

    View keep(String asked, String last) {
        if (asked == null) {
            return View.of(last);
        }
        View view = View.of(asked);
        if (!view.key().equals(last)) {
            HttpServerRequest request = current.getCurrent().request();
            request.response()
                    .addCookie(Cookie.cookie(COOKIE, view.key())
                            .setPath("/calendar")
                            .setMaxAge(KEPT.toSeconds())
                            .setHttpOnly(true)
                            .setSecure("https".equals(request.scheme()))
                            .setSameSite(CookieSameSite.LAX));
        }
        return view;
    }
}
