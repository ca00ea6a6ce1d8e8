package pinplan.web;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.NewCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** One sentence that survives one redirect. */
@Named("flash")
@RequestScoped
public class Flash {
    static final String COOKIE = "flash";

    private String text;
    private Runnable onceShown;

    public String text() {
        if (text != null && onceShown != null) {
            onceShown.run();
            onceShown = null;
        }
        return text;
    }

    void carried(String text, Runnable onceShown) {
        this.text = text;
        this.onceShown = onceShown;
    }

    /** In answer to the request that is being handled. */
    static NewCookie carrying(String text) {
        HttpServerRequest request = Arc.container()
                .instance(CurrentVertxRequest.class)
                .get()
                .getCurrent()
                .request();
        return new NewCookie.Builder(COOKIE)
                .value(URLEncoder.encode(text, StandardCharsets.UTF_8))
                .path("/")
                .maxAge(60)
                .httpOnly(true)
                .secure("https".equals(request.scheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
