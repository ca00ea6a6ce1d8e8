package pinplan.team;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where someone wanted to go before they had to sign in. Never another site. */
final class Next {
    private static final String HOME = "/calendar";

    private Next() {}

    static String query(String uri) {
        return uri.equals("/") ? "" : "?next=" + URLEncoder.encode(uri, StandardCharsets.UTF_8);
    }

    /** Browsers read a backslash as a slash and drop tabs and line ends, so only plain paths pass. */
    static String safe(String asked) {
        if (asked == null || !asked.startsWith("/") || asked.startsWith("//") || asked.startsWith("/sign-")) {
            return HOME;
        }
        if (asked.chars().anyMatch(c -> c == '\\' || c <= ' ' || c >= 127)) {
            return HOME;
        }
        try {
            URI uri = URI.create(asked);
            return uri.getScheme() == null && uri.getRawAuthority() == null ? asked : HOME;
        } catch (IllegalArgumentException e) {
            return HOME;
        }
    }
}
