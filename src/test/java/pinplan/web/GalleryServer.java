package pinplan.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Serves the gallery with our own styles, scripts and headers. */
final class GalleryServer {
    private static final Path ASSETS = Path.of("src/main/resources/META-INF/resources");
    /** One pixel. */
    static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml", "ico", "image/x-icon");

    private final Gallery gallery;
    private int asked;

    private GalleryServer(Gallery gallery) {
        this.gallery = gallery;
    }

    static HttpServer start(HttpServer server) throws IOException {
        var viewer = Map.of(
                "known", true,
                "workspace", Map.of("name", "Kitchen & Garden", "zone", "Europe/Paris", "paused", false),
                "member", Map.of("name", "Ada Lovelace"),
                "role", Map.of("word", "Owner"));
        var flash = new HashMap<String, Object>();
        flash.put("text", null);
        var gallery = new GalleryServer(new Gallery(Map.of(
                "viewer",
                viewer,
                "flash",
                flash,
                "habits",
                Map.of("twelveHours", false),
                "bell",
                Map.of("waiting", "3", "unread", "2", "stuck", "1", "behind", "3", "newest", "7"),
                "publer",
                Map.of("sandbox", false))));
        server.createContext("/", gallery::answer);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var ending = path.substring(path.lastIndexOf('.') + 1);
        if ("text/event-stream".equals(exchange.getRequestHeaders().getFirst("Accept"))) {
            send(exchange, "text/event-stream", new byte[] {'\n'});
        } else if (path.startsWith("/pic/")) {
            send(exchange, "image/png", PICTURE);
        } else if (path.equals("/css/pinplan.css")) {
            send(exchange, TYPES.get("css"), Stylesheet.all().getBytes(StandardCharsets.UTF_8));
        } else if (TYPES.containsKey(ending)) {
            send(exchange, TYPES.get(ending), Files.readAllBytes(ASSETS.resolve(path.substring(1))));
        } else if (path.equals("/live")) {
            page(
                    exchange,
                    "<script type='module' src='/js/app.js'></script><p id='now' data-live='1'>" + ++asked + "</p>");
        } else if (path.equals("/foreign")) {
            page(exchange, "<img src='http://127.0.0.1:9/x.png' alt=''>");
        } else if (path.equals("/inline")) {
            page(exchange, "<p style='color:red'>No</p>");
        } else {
            page(exchange, gallery.page(path.substring(1)));
        }
    }

    private static void page(HttpExchange exchange, String html) throws IOException {
        send(exchange, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", SecurityHeaders.CSP);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
