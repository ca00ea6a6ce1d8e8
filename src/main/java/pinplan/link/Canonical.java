package pinplan.link;

import com.ibm.icu.text.IDNA;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page behind a link, written in one way only, to tell whether two links lead to the same. Nobody is ever sent there:
 * the scheme, a leading "www", tags that only measure, the order of a query and what a fragment points at inside a page
 * make no other page of it.
 *
 * @param address without its scheme
 */
public record Canonical(String address, String host) {
    private static final IDNA NAMES =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);
    private static final Pattern WEB = Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(?:\\?[^#]*)?(#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(?:.*@)?(\\[[^\\]]*\\]|[^:]*)(?::([0-9]*))?");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final char UNREAD = '\uFFFD';
    /** They say where a visitor comes from, and nothing of the page. */
    private static final Set<String> MEASURING = Set.of(
            "fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "msclkid", "epik", "ttclid", "twclid", "yclid",
            "igshid", "igsh", "srsltid", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "_ga", "_gl");

    /** Longer ones are no names. */
    private static final int LONGEST_HOST = 253;

    /** Null where it is no address on the web. */
    public static Canonical of(String link) {
        Matcher web = WEB.matcher(link.strip());
        if (link.indexOf('\0') >= 0 || !web.matches()) {
            return null;
        }
        Matcher authority = AUTHORITY.matcher(web.group(2));
        if (!authority.matches() || authority.group(1).isEmpty()) {
            return null;
        }
        String host = host(authority.group(1));
        if (host.length() > LONGEST_HOST) {
            return null;
        }
        return new Canonical(
                host
                        + port(web.group(1), authority.group(2))
                        + path(web.group(3))
                        + query(Pieces.of(link.strip()).query())
                        + fragment(web.group(4)),
                host);
    }

    private static String host(String typed) {
        IDNA.Info info = new IDNA.Info();
        String ascii = NAMES.nameToASCII(typed, new StringBuilder(), info).toString();
        String name = (info.hasErrors() ? typed : ascii).toLowerCase(Locale.ROOT);
        return name.replaceFirst("\\.$", "").replaceFirst("^www\\.(?=.*\\.)", "");
    }

    private static String port(String scheme, String typed) {
        String usual = scheme.equalsIgnoreCase("https") ? "443" : "80";
        return typed == null || typed.isEmpty() || typed.equals(usual) ? "" : ":" + typed;
    }

    private static String path(String typed) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : typed.split("/", -1)) {
            String read = Pieces.read(step);
            if (read.equals("..")) {
                steps.pollLast();
            } else if (!read.equals(".")) {
                steps.addLast(same(step, read));
            }
        }
        return String.join("/", steps).replaceFirst("/+$", "").replaceFirst("^(?=[^/])", "/");
    }

    /** Bytes of another encoding can't be read: they are told apart as they stand. */
    private static String same(String raw, String read) {
        return read.indexOf(UNREAD) >= 0
                ? ESCAPE.matcher(raw).replaceAll(found -> found.group().toUpperCase(Locale.ROOT))
                : Pieces.written(read);
    }

    private static String query(List<String> parts) {
        String said = parts.stream()
                .filter(part -> !part.isEmpty() && !measures(Pieces.name(part)))
                .sorted(Comparator.comparing(Pieces::name))
                .map(part -> part.contains("%") && (Pieces.name(part) + Pieces.value(part)).indexOf(UNREAD) >= 0
                        ? same(part, Pieces.read(part))
                        : Pieces.written(Pieces.name(part)) + "=" + Pieces.written(Pieces.value(part)))
                .collect(Collectors.joining("&"));
        return said.isEmpty() ? "" : "?" + said;
    }

    private static boolean measures(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.startsWith("utm_") || MEASURING.contains(small);
    }

    /** Some sites name whole pages in it. */
    private static String fragment(String typed) {
        return typed != null && (typed.startsWith("#!") || typed.startsWith("#/")) ? typed : "";
    }
}
