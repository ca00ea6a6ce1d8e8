package pinplan.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** An address that a person gave, as far as its own text can be judged. */
public record WebAddress(URI uri, String host, int port) {
    private static final int LONGEST = 2_048;
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    private static final Pattern DOTTED = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    /** 127.1, 0x7f.0.0.1, 017700000001 and 2130706433 are one place to some, another to others. */
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    public static WebAddress of(String text) throws Unfetched {
        String given = text == null ? "" : text.strip();
        if (given.length() > LONGEST) {
            throw new Unfetched(
                    "This address has " + given.length() + " characters. At most " + LONGEST + " are taken.");
        }
        try {
            return of(new URI(given));
        } catch (URISyntaxException e) {
            throw unreadable();
        }
    }

    /** Where a redirect leads. */
    WebAddress follow(String location) throws Unfetched {
        try {
            return of(uri.resolve(new URI(location)).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static WebAddress of(URI uri) throws Unfetched {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new Unfetched("This address must begin with https:// or http://.");
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new Unfetched("This address contains a user name, which is not taken.");
        }
        String host = host(uri);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        if (port < 1 || port > 65_535) {
            throw unreadable();
        }
        try {
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            URI plain = new URI(scheme + "://" + host + (uri.getPort() >= 0 ? ":" + port : "") + path + query);
            return new WebAddress(new URI(plain.toASCIIString()), host, port);
        } catch (URISyntaxException e) {
            throw unreadable();
        }
    }

    private static String host(URI uri) throws Unfetched {
        String host = uri.getHost();
        if (host == null) {
            host = uri.getRawAuthority() == null ? "" : uri.getRawAuthority().replaceFirst(":\\d*$", "");
        }
        if (host.startsWith("[")) {
            if (host.contains("%")) {
                throw unreadable();
            }
            return host;
        }
        try {
            host = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        if (host.isEmpty()
                || NUMBER.matcher(host).matches() && !DOTTED.matcher(host).matches()) {
            throw unreadable();
        }
        return host;
    }

    /** Nobody is asked what such a host means. */
    static boolean numbered(String host) {
        return DOTTED.matcher(host).matches();
    }

    private static Unfetched unreadable() {
        return new Unfetched("This is not a whole web address, such as https://example.org/picture.jpg.");
    }
}
