package pinplan.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import pinplan.fetch.WebPage;
import pinplan.web.Words;

/**
 * What a page says of itself, for who plans a pin to it. Nothing of it is believed: it is text that a person may take over.
 *
 * @param title empty where it has none
 */
public record PageFacts(String title, String description, List<Picture> pictures) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s;\"']+)");
    private static final char UNREAD = '\uFFFD';

    /** More is no title; a pin's own limit is said beside its field. */
    private static final int LONGEST_TITLE = 300;

    private static final int LONGEST_DESCRIPTION = 1_500;
    private static final int LONGEST_ADDRESS = 2_048;
    private static final int MOST_PICTURES = 12;
    /** What is read of a page: a hostile one takes the more time the longer it is. */
    private static final int MOST_BYTES = 256 * 1024;
    /** Drawings have some too. */
    private static final int MOST_TITLES = 100;
    /** Smaller ones are buttons and faces. */
    private static final int SMALLEST = 200;
    /** Deeper than anybody describes a recipe. */
    private static final int DEEPEST = 8;

    /**
     * @param alt what it shows; may be empty
     * @param pixels as the page says; may be empty
     */
    public record Picture(String address, String alt, String pixels) {
        /** The last of its address, which often says what it is. */
        public String name() {
            String path = address.replaceFirst("[?#].*", "");
            String last = path.substring(path.lastIndexOf('/') + 1);
            return last.isEmpty() ? address : Pieces.read(last);
        }
    }

    public static PageFacts of(WebPage page) {
        if (page.html().length == 0) {
            return new PageFacts("", "", List.of());
        }
        Document html = read(page);
        return new PageFacts(
                first(LONGEST_TITLE, meta(html, "og:title"), meta(html, "twitter:title"), title(html)),
                first(
                        LONGEST_DESCRIPTION,
                        meta(html, "og:description"),
                        meta(html, "description"),
                        meta(html, "twitter:description")),
                pictures(html));
    }

    public boolean none() {
        return title.isEmpty() && description.isEmpty() && pictures.isEmpty();
    }

    private static Document read(WebPage page) {
        String said = charset(page.type());
        Document html = parse(page, said);
        // Old pages say nothing of their letters, and mean those of Windows.
        boolean guessed = said == null && html.charset().name().equals("UTF-8");
        return guessed && html.select("title, meta[content]").outerHtml().indexOf(UNREAD) >= 0
                ? parse(page, "windows-1252")
                : html;
    }

    /** @param charset null: as the page itself says */
    private static Document parse(WebPage page, String charset) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(page.html(), 0, Math.min(MOST_BYTES, page.html().length)),
                    charset,
                    page.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String charset(String type) {
        Matcher said = CHARSET.matcher(type);
        try {
            return said.find() && Charset.isSupported(said.group(1)) ? said.group(1) : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }

    private static String meta(Document html, String name) {
        return html.select("meta[content]").stream()
                .filter(meta -> meta.attr("property").equalsIgnoreCase(name)
                        || meta.attr("name").equalsIgnoreCase(name))
                .map(meta -> meta.attr("content"))
                .filter(content -> !content.isBlank())
                .findFirst()
                .orElse("");
    }

    /** A drawing in the page has its own. */
    private static String title(Document html) {
        return html.select("title").stream()
                .limit(MOST_TITLES)
                .filter(title -> title.closest("svg") == null)
                .map(Element::text)
                .findFirst()
                .orElse("");
    }

    private static String first(int longest, String... texts) {
        String text = Stream.of(texts)
                .map(one -> one.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip())
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        return Words.clip(text, longest);
    }

    private static List<Picture> pictures(Document html) {
        Map<String, Picture> found = new LinkedHashMap<>();
        Map<String, String> alts = Map.of(
                "og", meta(html, "og:image:alt"),
                "twitter", meta(html, "twitter:image:alt"));
        for (Element meta : html.select("meta[content]")) {
            String name = (meta.attr("property") + meta.attr("name")).toLowerCase(Locale.ROOT);
            switch (name) {
                case "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src" ->
                    add(
                            found,
                            absolute(html, meta.attr("content")),
                            alts.get(name.substring(0, name.indexOf(':'))),
                            "");
                default -> {}
            }
        }
        html.select("script[type=application/ld+json]").forEach(script -> json(script.data(), html, found));
        html.select("img").forEach(image -> image(image, html, found));
        return List.copyOf(found.values());
    }

    private static void json(String text, Document html, Map<String, Picture> found) {
        try {
            describe(JSON.readTree(text), html, found, 0);
        } catch (JsonProcessingException e) {
            // What nobody can read says nothing.
        }
    }

    private static void describe(JsonNode node, Document html, Map<String, Picture> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isObject()) {
            named(node.path("image"), html, found);
            named(node.path("thumbnailUrl"), html, found);
        }
        node.forEach(child -> describe(child, html, found, depth + 1));
    }

    private static void named(JsonNode image, Document html, Map<String, Picture> found) {
        if (image.isTextual()) {
            add(found, absolute(html, image.asText()), "", "");
        } else if (image.isArray()) {
            image.forEach(one -> {
                if (!one.isArray()) {
                    named(one, html, found);
                }
            });
        } else if (image.isObject() && image.path("url").isTextual()) {
            add(
                    found,
                    absolute(html, image.path("url").asText()),
                    image.path("caption").asText(""),
                    pixels(image.path("width").asInt(), image.path("height").asInt()));
        }
    }

    /** By the page's own base, which an element deep in it would look for all the way up. */
    private static String absolute(Document html, String address) {
        return html.createElement("a").attr("href", address).absUrl("href");
    }

    private static void image(Element image, Document html, Map<String, Picture> found) {
        if (found.size() == MOST_PICTURES) {
            return;
        }
        int width = number(image.attr("width"));
        int height = number(image.attr("height"));
        boolean small = width > 0 && width < SMALLEST || height > 0 && height < SMALLEST;
        String lazy = image.hasAttr("data-src") ? "data-src" : "src";
        if (!small && !image.attr(lazy).isBlank()) {
            add(found, absolute(html, image.attr(lazy)), image.attr("alt"), pixels(width, height));
        }
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : 0;
    }

    private static String pixels(int width, int height) {
        return width > 0 && height > 0 ? width + " × " + height : "";
    }

    private static void add(Map<String, Picture> found, String address, String alt, String pixels) {
        if (found.size() == MOST_PICTURES) {
            return;
        }
        boolean drawing = address.replaceFirst("[?#].*", "").matches("(?i).*\\.svg");
        if (address.matches("(?i)https?://.*") && address.length() <= LONGEST_ADDRESS && !drawing) {
            found.putIfAbsent(address, new Picture(address, first(LONGEST_TITLE, alt), pixels));
        }
    }
}
