package pinplan.publer.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Carries out one request on a world, or misbehaves in the way that was scripted for it. */
class Clerk {
    static final String INVALID_KEY = "Invalid API key or not active for this account.";
    private static final String NO_ACCESS = "You don't have access on this workspace";
    private static final String BUSY = "Please wait until your other download media from URL jobs have finished";

    private final SandboxWorld world;
    private final Set<Fault> faults;
    private final Instant now;

    Clerk(SandboxWorld world, Set<Fault> faults, Instant now) {
        this.world = world;
        this.faults = faults;
        this.now = now;
    }

    Played serve(Call call, Function<Clerk, Played> act) {
        Played played = limited(call, act);
        return played.struckBy(faults);
    }

    private Played limited(Call call, Function<Clerk, Played> act) {
        long used = SandboxRequest.inTheWindow(world, now);
        boolean over = used >= world.rateLimit;
        Instant reset = SandboxRequest.reset(world, now);
        Played played = over ? throttled() : misplayed(call, act);
        if (played.headers().isEmpty()) {
            played.with("X-RateLimit-Limit", Integer.toString(world.rateLimit))
                    .with("X-RateLimit-Remaining", Long.toString(Math.max(0, world.rateLimit - used - 1)))
                    .with("X-RateLimit-Reset", Long.toString(reset.getEpochSecond() + 1));
        }
        return played;
    }

    private Played misplayed(Call call, Function<Clerk, Played> act) {
        for (Fault fault : faults) {
            Played instead = instead(fault);
            if (instead != null) {
                return instead;
            }
        }
        if (call.operation().needsWorkspace() && !world.publerWorkspaceId.equals(call.workspaceId())) {
            return Played.errors(401, NO_ACCESS);
        }
        Played played = act.apply(this);
        if (faults.contains(Fault.BAD_GATEWAY_AFTER)) {
            return Played.page(502, "Bad Gateway");
        }
        if (faults.contains(Fault.NO_JOB_ID)) {
            return Played.json(200, Json.object());
        }
        if (faults.contains(Fault.WRONG_SHAPE)) {
            return Played.json(200, Json.object().set("outcome", Json.array().add("ok")));
        }
        return played;
    }

    private Played instead(Fault fault) {
        return switch (fault) {
            case LOSE_REQUEST -> new Played(0, "", "", new LinkedHashMap<>(), Set.of());
            case THROTTLE ->
                throttled()
                        .with(
                                "X-RateLimit-Reset",
                                Long.toString(now.plusSeconds(60).getEpochSecond()));
            case THROTTLE_MUTE -> throttled().with("Retry-Hint", "none");
            case THROTTLE_ABSURD ->
                throttled()
                        .with(
                                "X-RateLimit-Reset",
                                Long.toString(now.plus(Duration.ofDays(3650)).getEpochSecond()));
            case BAD_REQUEST -> Played.errors(400, "Unknown state auto");
            case UNAUTHORIZED -> Played.errors(401, NO_ACCESS);
            case FORBIDDEN -> Played.errors(403, INVALID_KEY);
            case UPLOAD_BUSY -> Played.errors(403, BUSY);
            case TOO_LARGE -> Played.errors(413, "File is too large");
            case UNPROCESSABLE -> Played.errors(422, "The media could not be processed");
            case SERVER_ERROR ->
                Played.json(500, Json.object().put("status", 500).put("error", "Internal Server Error"));
            case BAD_GATEWAY -> Played.page(502, "Bad Gateway");
            case UNAVAILABLE -> Played.page(503, "Service Temporarily Unavailable");
            default -> null;
        };
    }

    private static Played throttled() {
        return Played.json(429, Json.object().put("error", "Rate limit exceeded. Retry later."));
    }

    private Played ok(JsonNode content) {
        boolean wrap = world.wrapped || faults.contains(Fault.WRAPPED);
        return Played.json(200, wrap ? Json.object().put("success", true).set("data", content) : content);
    }

    Played me() {
        return ok(Rows.user(world));
    }

    Played workspaces() {
        return ok(Json.array().add(Rows.workspace(world)));
    }

    Played accounts() {
        ArrayNode rows = Json.array();
        world.accounts().forEach(account -> rows.add(Rows.account(account)));
        return ok(rows);
    }

    Played boards(String workspaceId, List<String> accountIds) {
        if (!world.publerWorkspaceId.equals(workspaceId)) {
            return Played.errors(401, NO_ACCESS);
        }
        ArrayNode rows = Json.array();
        world.accounts().stream()
                .filter(account -> accountIds.contains(account.publerId))
                .forEach(account -> rows.add(Rows.options(account)));
        return ok(rows);
    }

    Played upload(SandboxMedia media) {
        media.world = world;
        media.publerId = Ids.hex();
        media.uploadedAt = now;
        media.persist();
        return ok(row(media));
    }

    Played media(List<String> ids) {
        ArrayNode rows = Json.array();
        SandboxMedia.in(world, ids).forEach(media -> rows.add(row(media)));
        return ok(Json.object().put("total", rows.size()).set("media", rows));
    }

    private ObjectNode row(SandboxMedia media) {
        return Rows.media(media, !faults.contains(Fault.THUMBNAILS_LATE));
    }

    Played fromUrl(String body) {
        if (SandboxJob.uploading(world)) {
            return Played.errors(403, BUSY);
        }
        if (!Json.parse(body).path("media").isArray()) {
            return ok(Json.object());
        }
        return accepted(Operation.FROM_URL, body);
    }

    Played create(Operation operation, String body) {
        JsonNode bulk = Json.parse(body).path("bulk");
        if (!bulk.isObject()
                || !bulk.path("posts").isArray()
                || bulk.path("posts").isEmpty()) {
            return Played.errors(400, "param is missing or the value is empty: bulk");
        }
        String state = Json.text(bulk, "state");
        if (!"scheduled".equals(state)) {
            return Played.errors(400, "Unknown state " + state);
        }
        return accepted(operation, body);
    }

    private Played accepted(Operation operation, String body) {
        SandboxJob job = SandboxJob.accept(world, operation, body, faults, now);
        return ok(Json.object().put("job_id", job.publerId));
    }

    Played job(String id) {
        SandboxJob job = SandboxJob.in(world, id);
        if (job == null) {
            return Played.errors(404, "Job not found");
        }
        String done = world.saysCompleted || faults.contains(Fault.COMPLETED) ? "completed" : "complete";
        ObjectNode said = Json.object().put("status", job.working() ? "working" : done);
        if (!job.working()) {
            said.set("payload", Json.parse(job.payload));
        }
        if (!world.wrapped && !faults.contains(Fault.WRAPPED)) {
            return Played.json(200, said);
        }
        ObjectNode result = said.deepCopy();
        result.set("plan", Json.object().put("rate", "business").put("locked", false));
        return ok(Json.object().put("status", said.path("status").asText()).set("result", result));
    }

    Played posts(Listing listing) {
        if (listing.halfOpen()) {
            return Played.errors(400, "from and to are required together");
        }
        return ok(listing.page(world, now, faults.contains(Fault.ROWS_MOVE)));
    }

    /** Without ids every post that waits is deleted: somebody read that in Publer's documentation once. */
    Played delete(List<String> ids) {
        ArrayNode deleted = Json.array();
        for (SandboxPost post : SandboxPost.of(world)) {
            boolean meant = ids.isEmpty() || ids.contains(post.publerId);
            boolean kept = post.state.startsWith("published") && !faults.contains(Fault.DELETE_PUBLISHED);
            if (!meant || kept || faults.contains(Fault.DELETE_NOTHING)) {
                continue;
            }
            if (!faults.contains(Fault.DELETE_LIES)) {
                post.deletedAt = now;
            }
            deleted.add(post.publerId);
        }
        return ok(Json.object().set("deleted_ids", deleted));
    }

    Played update(String id, String body) {
        SandboxPost post = SandboxPost.in(world, id);
        if (post == null) {
            return Played.errors(404, "Post not found");
        }
        JsonNode wanted = Json.parse(body).path("post");
        if (Json.text(wanted, "text") == null) {
            return Played.errors(422, "Text can't be blank");
        }
        if (!post.state.startsWith("published")) {
            post.text = Json.text(wanted, "text");
            post.title = wanted.has("title") ? Json.text(wanted, "title") : post.title;
        }
        return ok(Rows.post(post));
    }
}
