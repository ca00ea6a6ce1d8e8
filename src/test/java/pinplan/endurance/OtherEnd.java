package pinplan.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import pinplan.endurance.Posts.Post;

/**
 * A Publer in the test's own process, so that it outlives whatever is done to Pinplan, and keeps the log that decides.
 * It makes a post of every create and refuses none: no rule at this end hides what was sent twice. Each key has a
 * workspace of its own.
 */
final class OtherEnd implements AutoCloseable {
    static final int ACCOUNTS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Answer(int status, Object body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Posts posts = new Posts();
    private final Map<String, Post> jobs = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private long numbers = 840_000_000;

    OtherEnd() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.createContext("/api/v1", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    static String key(int lane) {
        return "endurance-key-%04d".formatted(lane);
    }

    /** The log, which decides. */
    Posts posts() {
        return posts;
    }

    /** What was asked against the documentation. */
    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer;
        synchronized (this) {
            try {
                answer = answer(exchange, new String(body, StandardCharsets.UTF_8));
            } catch (RuntimeException | IOException wrong) {
                complaints.add(exchange.getRequestURI() + ": " + wrong);
                answer = refused(400, "Bad request");
            }
        }
        byte[] bytes = JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private Answer answer(HttpExchange exchange, String body) throws IOException {
        String key = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!key.startsWith("Bearer-API endurance-key-")) return refused(403, "Invalid API key");
        String lane = key.substring(key.length() - 4);
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        Map<String, List<String>> query = query(exchange.getRequestURI().getRawQuery());
        String what = exchange.getRequestMethod() + " " + path;
        if (what.equals("GET /users/me")) return ok(of("id", "61a7", "email", "a@b.example", "name", "Ann"));
        if (what.equals("GET /workspaces")) {
            return ok(List.of(of("id", workspace(lane), "name", "Kitchen " + lane, "plan", "business")));
        }
        if (!workspace(lane).equals(exchange.getRequestHeaders().getFirst("Publer-Workspace-Id"))) {
            return refused(401, "You don't have access on this workspace");
        }
        if (what.equals("GET /accounts")) return ok(accounts(lane));
        if (path.endsWith("/media_options")) return ok(boards(query.get("accounts[]")));
        if (what.equals("POST /media")) return ok(of("id", "6813892b5ec8b1e6%08x".formatted(numbers++)));
        if (what.equals("POST /posts/schedule")) return create(lane, body, false);
        if (what.equals("POST /posts/schedule/publish")) return create(lane, body, true);
        if (what.startsWith("GET /job_status/")) return job(path.substring("/job_status/".length()));
        if (what.equals("GET /posts")) {
            int page = Integer.parseInt(query.get("page").get(0));
            return ok(posts.list(query.get("account_ids[]").get(0), page));
        }
        if (what.equals("DELETE /posts")) return ok(of("deleted_ids", posts.delete(query.get("post_ids[]"))));
        throw new IllegalArgumentException("unknown: " + what);
    }

    private static String workspace(String lane) {
        return "61a7c2e4f9e8c3b2d1e0" + lane;
    }

    private static List<Object> accounts(String lane) {
        return Stream.iterate(1, n -> n + 1)
                .limit(ACCOUNTS)
                .<Object>map(n -> of(
                        "id",
                        "66aa0000000000%s%06x".formatted(lane, n),
                        "provider",
                        "pinterest",
                        "type",
                        "pin_business",
                        "name",
                        "Account %s %d".formatted(lane, n)))
                .toList();
    }

    private static String album(String account) {
        return "9341452163" + account.substring(14).replaceAll("\\D", "0");
    }

    private static List<Object> boards(List<String> asked) {
        return asked.stream()
                .<Object>map(id -> of("id", id, "albums", List.of(of("id", album(id), "name", "Board of " + id))))
                .toList();
    }

    private Answer create(String lane, String body, boolean now) throws IOException {
        JsonNode entry = JSON.readTree(body).at("/bulk/posts/0");
        JsonNode target = entry.at("/accounts/0");
        JsonNode pinterest = entry.at("/networks/pinterest");
        String account = target.path("id").asText();
        require(account.startsWith("66aa0000000000" + lane), "account");
        require(target.path("album_id").asText().equals(album(account)), "album_id");
        require(pinterest.path("media").size() == 1, "media");
        require(target.has("scheduled_at") != now, "scheduled_at");
        Instant at = now
                ? Instant.now()
                : OffsetDateTime.parse(target.path("scheduled_at").asText()).toInstant();
        require(now || at.isAfter(Instant.now()), "backdated");
        String id = "68176f0e8bee9dc9%08x".formatted(numbers++);
        Post post = new Post(id, pinterest.path("url").asText(), account, pinterest, at, Instant.now());
        posts.add(post);
        String job = "" + numbers++;
        jobs.put(job, post);
        return ok(of("job_id", job));
    }

    private Answer job(String id) {
        require(jobs.containsKey(id), "unknown job " + id);
        return ok(of("status", "complete", "payload", of("failures", of())));
    }

    static Map<String, Object> of(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], pairs[i + 1]);
        return map;
    }

    private static Answer ok(Object body) {
        return new Answer(200, body);
    }

    private static Answer refused(int status, String sentence) {
        return new Answer(status, of("errors", List.of(sentence)));
    }

    private static void require(boolean kept, String rule) {
        if (!kept) throw new IllegalArgumentException(rule);
    }

    private static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            all.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>()).add(decoded(parts[1]));
        }
        return all;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
