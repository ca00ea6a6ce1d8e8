package pinplan.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pinplan.endurance.Posts.Post;
import pinplan.support.JsonServer;

/**
 * A Publer in the test's own process, so that it outlives whatever is done to Pinplan, and keeps the log that decides.
 * It makes a post of every create and refuses none: no rule at this end hides what was sent twice. Each key has a
 * workspace of its own.
 */
final class OtherEnd extends JsonServer {
    static final int ACCOUNTS = 4;

    private final Posts posts = new Posts();
    private final Map<String, Post> jobs = new LinkedHashMap<>();
    private long numbers = 840_000_000;

    OtherEnd() throws IOException {}

    static String key(int lane) {
        return "endurance-key-%04d".formatted(lane);
    }

    /** The log, which decides. */
    Posts posts() {
        return posts;
    }

    @Override
    protected Answer answer(Request request) throws IOException {
        String key = String.valueOf(request.header("Authorization"));
        if (!key.startsWith("Bearer-API endurance-key-")) return refused(403, "Invalid API key");
        String lane = key.substring(key.length() - 4);
        String what = request.what();
        if (what.equals("GET /users/me")) return ok(of("id", "61a7", "email", "a@b.example", "name", "Ann"));
        if (what.equals("GET /workspaces")) {
            return ok(List.of(of("id", workspace(lane), "name", "Kitchen " + lane, "plan", "business")));
        }
        if (!workspace(lane).equals(request.header("Publer-Workspace-Id"))) {
            return refused(401, "You don't have access on this workspace");
        }
        if (what.equals("GET /accounts")) return ok(accounts(lane));
        if (what.endsWith("/media_options")) return ok(boards(request.all("accounts[]")));
        if (what.equals("POST /media")) return ok(of("id", "6813892b5ec8b1e6%08x".formatted(numbers++)));
        if (what.equals("POST /posts/schedule")) return create(lane, request.text(), false);
        if (what.equals("POST /posts/schedule/publish")) return create(lane, request.text(), true);
        if (what.startsWith("GET /job_status/")) return job(request.last());
        if (what.equals("GET /posts")) {
            return ok(posts.list(request.one("account_ids[]"), Integer.parseInt(request.one("page"))));
        }
        if (what.equals("DELETE /posts")) return ok(of("deleted_ids", posts.delete(request.all("post_ids[]"))));
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
}
