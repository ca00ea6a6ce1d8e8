package pinplan.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pinplan.support.JsonServer;

/** A small Publer written from its documentation alone: it shares nothing with the sandbox, and checks what it is asked. */
final class ForeignPubler extends JsonServer {
    static final String KEY = "foreign-key-1f2e3d4c5b6a";
    static final String WORKSPACE = "61a7c2e4f9e8c3b2d1e0f9a8";
    private static final int PER_PAGE = 20;

    /** A post as it was asked for, and how often its listing was looked at. */
    private static final class Post {
        final long number;
        final Dialect dialect;
        final JsonNode pinterest;
        final JsonNode account;
        int looks;
        int looksWhenOut;

        Post(long number, Dialect dialect, JsonNode entry) {
            this.number = number;
            this.dialect = dialect;
            this.pinterest = entry.at("/networks/pinterest");
            this.account = entry.at("/accounts/0");
        }

        OffsetDateTime at() {
            return OffsetDateTime.parse(account.path("scheduled_at").asText());
        }

        boolean out() {
            return !at().isAfter(OffsetDateTime.now());
        }
    }

    private final Map<String, Dialect> accounts = new LinkedHashMap<>();
    private final Map<String, Dialect> jobs = new LinkedHashMap<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<String> creates = new ArrayList<>();
    private long numbers = 840_000_000;

    ForeignPubler(Collection<Dialect> dialects) throws IOException {
        dialects.forEach(dialect -> accounts.put(accountOf(accounts.size()), dialect));
    }

    private static String accountOf(int index) {
        return "66aa00000000000000000%03x".formatted(index + 1);
    }

    /** The bodies of every request to make a post, in the dialect's account. */
    synchronized List<JsonNode> creates(Dialect dialect) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (String body : creates) {
            JsonNode read = JSON.readTree(body);
            if (dialect.equals(
                    accounts.get(read.at("/bulk/posts/0/accounts/0/id").asText()))) found.add(read);
        }
        return found;
    }

    synchronized int creates() {
        return creates.size();
    }

    static String board(Dialect dialect) {
        return "Board of " + dialect.name();
    }

    @Override
    protected Answer answer(Request request) throws IOException {
        if (!("Bearer-API " + KEY).equals(request.header("Authorization"))) {
            return refused(403, "Invalid API key or not active for this account.");
        }
        String what = request.what();
        switch (what) {
            case "GET /users/me" -> {
                return ok(of("id", "61a7", "email", "a@b.example", "name", "Ann", "first_name", "Ann", "plan", null));
            }
            case "GET /workspaces" -> {
                return ok(List.of(of("id", WORKSPACE, "name", "Marketing", "plan", "business", "members", List.of())));
            }
            default -> {
                if (!WORKSPACE.equals(request.header("Publer-Workspace-Id"))) {
                    return refused(401, "You don't have access on this workspace");
                }
            }
        }
        if (what.equals("GET /accounts")) return ok(accounts());
        if (what.equals("GET /workspaces/" + WORKSPACE + "/media_options")) {
            return ok(boards(request.all("accounts[]")));
        }
        if (what.equals("POST /media")) return ok(media(request.body()));
        if (what.equals("POST /posts/schedule")) return create(request.text());
        if (what.startsWith("GET /job_status/")) return ok(job(request.last()));
        if (what.equals("GET /posts")) return ok(list(request));
        throw new IllegalArgumentException("unknown: " + what);
    }

    private List<Object> accounts() {
        List<Object> rows = new ArrayList<>();
        rows.add(of("id", "66aaf", "provider", "facebook", "type", "fb_page", "name", "Not Pinterest"));
        accounts.forEach((id, dialect) -> rows.add(of(
                "id", id, "provider", "pinterest", "type", "pin_business", "name", dialect.name(), "picture", null)));
        return rows;
    }

    private List<Object> boards(List<String> asked) {
        return asked.stream()
                .<Object>map(id -> of(
                        "id",
                        id,
                        "albums",
                        List.of(of("id", album(id), "name", board(accounts.get(id)), "type", "pinterest")),
                        "watermarks",
                        List.of()))
                .toList();
    }

    private static String album(String account) {
        return "934145216398624" + account.substring(account.length() - 3);
    }

    private Object media(byte[] body) {
        String form = new String(body, StandardCharsets.ISO_8859_1);
        require(form.contains("name=\"file\"") && form.contains("\u00ff\u00d8\u00ff"), "no JPEG in the field file");
        return of(
                "id", "6813892b5ec8b1e6%08x".formatted(numbers++), "type", "photo", "caption", null, "validity", of());
    }

    private Answer create(String body) throws IOException {
        creates.add(body);
        JsonNode bulk = JSON.readTree(body).path("bulk");
        require(bulk.path("state").asText().equals("scheduled"), "state");
        require(bulk.path("posts").size() == 1, "one post");
        JsonNode entry = bulk.at("/posts/0");
        String account = entry.at("/accounts/0/id").asText();
        Dialect dialect = accounts.get(account);
        require(dialect != null, "unknown account " + account);
        require(entry.at("/accounts/0/album_id").asText().equals(album(account)), "album_id");
        require(entry.at("/networks/pinterest/media").size() == 1, "media inside the network");
        String job = "" + numbers++;
        jobs.put(job, dialect);
        if (dialect.failures() == Dialect.Failures.NONE) {
            Post post = new Post(numbers++, dialect, entry);
            require(post.at().isAfter(OffsetDateTime.now().plusMinutes(1)), "not a minute ahead");
            posts.add(post);
        }
        Object id = of("job_id", dialect.integerIds() ? Long.valueOf(job) : job);
        return ok(dialect.wrapped() ? of("success", true, "data", id) : id);
    }

    private Object job(String id) {
        Dialect dialect = jobs.get(id);
        require(dialect != null, "unknown job " + id);
        Object failure = of("account_id", null, "provider", "pinterest", "message", Dialect.REFUSAL);
        Object failures = switch (dialect.failures()) {
            case NONE -> of();
            case OBJECT -> of("0", List.of(failure));
            case ARRAY -> List.of(failure);
        };
        Map<String, Object> job = of("status", dialect.done(), "payload", of("failures", failures));
        if (dialect.noise()) job.put("progress", of("stage", null));
        return dialect.wrapped() ? of("success", true, "data", of("status", dialect.done(), "result", job)) : job;
    }

    private Object list(Request request) {
        require(!request.all("state[]").isEmpty(), "no states");
        String account = request.one("account_ids[]");
        Dialect dialect = accounts.get(account);
        int page = Integer.parseInt(request.one("page"));
        int index = Math.max(0, page - dialect.firstPage());
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < dialect.others(); i++) rows.add(somebodyElses(i, account));
        posts.stream().filter(post -> post.dialect == dialect).forEach(post -> {
            if (page <= dialect.firstPage()) post.looks++;
            if (post.looks > dialect.lag()) rows.add(row(post));
        });
        int from = Math.min(index * PER_PAGE, rows.size());
        Map<String, Object> answer = of(
                "posts",
                rows.subList(from, Math.min(from + PER_PAGE, rows.size())),
                "total",
                rows.size(),
                "page",
                page,
                "per_page",
                PER_PAGE,
                "total_pages",
                (rows.size() + PER_PAGE - 1) / PER_PAGE);
        return dialect.noise() ? of("success", true, "data", answer) : answer;
    }

    private Object row(Post post) {
        boolean linked = post.out() && post.looksWhenOut++ >= post.dialect.lateLink();
        Map<String, Object> row = of(
                "id",
                post.dialect.integerIds() ? (Object) post.number : "68176f0e8bee9dc9%08x".formatted(post.number),
                "state",
                post.out() ? "published" : "scheduled",
                "type",
                "photo",
                "network",
                "pinterest",
                "account_id",
                post.account.path("id").asText(),
                "text",
                post.pinterest.path("text").asText(),
                "url",
                post.pinterest.path("url").asText(),
                "has_media",
                true,
                "scheduled_at",
                post.at().plus(0, ChronoUnit.MILLIS).toString(),
                "post_link",
                linked ? "https://www.pinterest.com/pin/" + post.number : null);
        if (post.dialect.noise()) row.putAll(of("user", null, "labels", null, "insights", of("saves", null), "n", 1));
        return row;
    }

    private static Object somebodyElses(int number, String account) {
        return of(
                "id",
                "58176f0e8bee9dc9%08x".formatted(number),
                "state",
                "published_posted",
                "account_id",
                account,
                "text",
                "Somebody else's",
                "scheduled_at",
                OffsetDateTime.now().minusHours(number + 1L).toString(),
                "post_link",
                null);
    }
}
