package pinplan.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hc.core5.net.PercentCodec;

/**
 * A link in three pieces, each exactly as it was written: what is not changed comes out byte for byte.
 *
 * @param page up to the question mark
 * @param query what stands between the ampersands, one by one
 * @param fragment with its hash, or empty
 */
record Pieces(String page, List<String> query, String fragment) {
    private static final Pattern FOREIGN = Pattern.compile("[^\\x00-\\x7f]+");

    static Pieces of(String link) {
        int hash = link.indexOf('#');
        String fragment = hash < 0 ? "" : link.substring(hash);
        String rest = hash < 0 ? link : link.substring(0, hash);
        int mark = rest.indexOf('?');
        return mark < 0
                ? new Pieces(rest, List.of(), fragment)
                : new Pieces(
                        rest.substring(0, mark),
                        Arrays.asList(rest.substring(mark + 1).split("&", -1)),
                        fragment);
    }

    boolean has(String name) {
        return query.stream().anyMatch(part -> name(part).equals(name));
    }

    /** At the end of the query. */
    Pieces and(String name, String value) {
        List<String> parts = new ArrayList<>(query);
        if (!parts.isEmpty() && parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        parts.add(pair(name, value));
        return new Pieces(page, parts, fragment);
    }

    /** Where it stood first; a second one of that name goes. */
    Pieces instead(String name, String value) {
        List<String> parts = new ArrayList<>();
        boolean stands = false;
        for (String part : query) {
            if (!name(part).equals(name)) {
                parts.add(part);
            } else if (!stands) {
                parts.add(pair(name, value));
                stands = true;
            }
        }
        return new Pieces(page, parts, fragment);
    }

    static String name(String part) {
        return read(spaced(part.contains("=") ? part.substring(0, part.indexOf('=')) : part));
    }

    static String value(String part) {
        return part.contains("=") ? read(spaced(part.substring(part.indexOf('=') + 1))) : "";
    }

    private static String spaced(String raw) {
        return raw.replace('+', ' ');
    }

    /** Letters of other scripts may stand in it as themselves, which the decoder does not know. */
    static String read(String raw) {
        String plain = FOREIGN.matcher(raw).replaceAll(found -> written(found.group()));
        return PercentCodec.decode(plain, StandardCharsets.UTF_8);
    }

    static String written(String text) {
        return PercentCodec.encode(text, StandardCharsets.UTF_8);
    }

    private static String pair(String name, String value) {
        return written(name) + "=" + written(value);
    }

    @Override
    public String toString() {
        return page + (query.isEmpty() ? "" : "?" + String.join("&", query)) + fragment;
    }
}
