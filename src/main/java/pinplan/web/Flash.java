package pinplan.web;

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

    static NewCookie carrying(String text) {
        return new NewCookie.Builder(COOKIE)
                .value(URLEncoder.encode(text, StandardCharsets.UTF_8))
                .path("/")
                .maxAge(60)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
