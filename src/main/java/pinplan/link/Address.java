package pinplan.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import pinplan.web.Errors;

/** A web address as somebody typed it. */
public final class Address {
    /** Pinterest takes no longer ones. */
    public static final int LONGEST = 2048;

    private Address() {}

    /** What is wrong with it is said beside the field. */
    public static void check(String field, String link, Errors errors) {
        try {
            URI uri = new URI(link);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                errors.add(field, "The link must start with https:// or http://.");
            } else if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
                // Java tells user and host apart only where the host is written in plain letters.
                errors.add(field, "The link must not contain a user name or password.");
            } else if (Canonical.of(link) == null) {
                errors.add(field, "The link has no host. Use the whole address, such as https://example.org/page.");
            }
        } catch (URISyntaxException e) {
            errors.add(
                    field,
                    "This is not a web address%s. Copy it from the page itself."
                            .formatted(stranger(link, e.getIndex())));
        }
    }

    /** The character that no address has; empty where it is not one alone. */
    private static String stranger(String link, int at) {
        if (at < 0 || at >= link.length()) {
            return "";
        }
        String sign = Character.toString(link.codePointAt(at));
        return sign.isBlank() ? ": there is a space in it" : ": there is a “%s” in it".formatted(sign);
    }
}
