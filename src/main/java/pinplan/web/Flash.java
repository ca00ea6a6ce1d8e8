package pinplan.web;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.NewCookie;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One sentence that survives one redirect, with or without the way to undo what it says, or to what it is about. */
@Named("flash")
@RequestScoped
public class Flash {
    static final String COOKIE = "flash";

    /** Browsers keep 4,096 bytes of a cookie, its attributes included. */
    private static final int LONGEST = 3_400;

    private static final Pattern CHANGE = Pattern.compile("/changes/([0-9]{1,18})(/undo)?");

    private static final String REFUSED = "no";
    private static final String PARTLY = "some";

    /** So many reasons fit into one sentence. */
    private static final int TOLD = 3;

    private String text;
    private String undo;
    private Long changes;
    private String pin;
    private boolean refusal;
    private boolean partly;
    private Runnable onceShown;

    public String text() {
        if (text != null && onceShown != null) {
            onceShown.run();
            onceShown = null;
        }
        return text;
    }

    /** The address that takes it back, or null. */
    public String undo() {
        return undo;
    }

    /** The number of the change that it tells of, made or taken back; or null. */
    public Long changes() {
        return changes;
    }

    /** The page of the pin that it is about, or null. */
    public String pin() {
        return pin;
    }

    /** It says what was not done. */
    public boolean refusal() {
        return refusal;
    }

    /** It says what was done, and what was not. */
    public boolean partly() {
        return partly;
    }

    /** The first of many reasons, and how many more there are. */
    public static String some(List<String> reasons) {
        String first = reasons.stream().limit(TOLD).collect(Collectors.joining(" "));
        int more = reasons.size() - TOLD;
        return more > 0 ? "%s And %d more.".formatted(first, more) : first;
    }

    void carried(String cookie, Runnable onceShown) {
        String[] parts = cookie.split("&", 3);
        this.text = decoded(parts[0]);
        String way = parts.length < 2 ? "" : decoded(parts[1]);
        this.undo = way.matches("/changes/[0-9]+/undo|/media/[0-9]+/restore") ? way : null;
        Matcher change = CHANGE.matcher(way);
        this.changes = change.matches() ? Long.valueOf(change.group(1)) : null;
        this.pin = way.matches("/pins/[0-9]+") ? way : null;
        this.refusal = parts.length == 3 && parts[2].equals(REFUSED);
        this.partly = parts.length == 3 && parts[2].equals(PARTLY);
        this.onceShown = onceShown;
    }

    static NewCookie carrying(String text) {
        return cookie(fitting(text));
    }

    static NewCookie refusing(String text) {
        return cookie(fitting(text) + "&&" + REFUSED);
    }

    /** @param way the address that takes back what was done, the change that was taken back, or null */
    static NewCookie partly(String text, String way) {
        return cookie(fitting(text) + "&" + (way == null ? "" : encoded(way)) + "&" + PARTLY);
    }

    static NewCookie carrying(String text, String way) {
        return cookie(fitting(text) + "&" + encoded(way));
    }

    /** In answer to the request that is being handled. */
    private static NewCookie cookie(String value) {
        HttpServerRequest request = Arc.container()
                .instance(CurrentVertxRequest.class)
                .get()
                .getCurrent()
                .request();
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .maxAge(60)
                .httpOnly(true)
                .secure("https".equals(request.scheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static String fitting(String text) {
        String whole = encoded(text);
        for (int points = text.codePointCount(0, text.length()); whole.length() > LONGEST; points--) {
            whole = encoded(text.substring(0, text.offsetByCodePoints(0, points - 1)) + "…");
        }
        return whole;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
