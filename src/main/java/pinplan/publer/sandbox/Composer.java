package pinplan.publer.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Runs one job: checks each entry as Publer does, with Publer's messages, and makes the posts that pass. */
class Composer {
    private static final String BAD_STATE =
            "The composer is in a bad state for this account as it's missing the social network params.";
    private static final String NO_ALBUM = "Album can't be blank";
    private static final String BAD_TYPE = "Post type is not valid";
    private static final String NO_MEDIA = "undefined method 'count' for nil";
    /** Publer's own words for it are not known. */
    private static final String NO_THUMBNAIL = "Thumbnail is not valid";

    private static final String BACKDATED = "Posts cannot be backdated";
    private static final String CROWDED =
            "There's another post at this time. A one minute gap is required between posts";
    private static final Set<String> TYPES = Set.of("photo", "video", "carousel");
    private static final Pattern EXTERNAL = Pattern.compile("external-\\d+");
    private static final int LAG_SECONDS = 60;

    private final SandboxJob job;
    private final SandboxWorld world;
    private final Instant now;
    private final Set<Fault> faults;
    private final List<ObjectNode> failures = new ArrayList<>();
    private final ArrayNode published = Json.array();

    Composer(SandboxJob job) {
        this.job = job;
        this.world = job.world;
        this.now = job.runAt;
        this.faults = job.faults();
    }

    static String nothingSaid() {
        return Json.object().set("failures", Json.object()).toString();
    }

    /** What the job says afterwards. */
    String run() {
        if (job.operation() == Operation.FROM_URL) {
            return downloads().toString();
        }
        for (JsonNode entry : Json.parse(job.body).path("bulk").path("posts")) {
            for (JsonNode target : entry.path("accounts")) {
                compose(entry, target);
            }
        }
        if (!failures.isEmpty()) {
            return Json.object().set("failures", failures()).toString();
        }
        return job.operation() == Operation.PUBLISH ? published.toString() : nothingSaid();
    }

    private void compose(JsonNode entry, JsonNode target) {
        String accountId = Json.text(target, "id");
        SandboxAccount account = accountId == null ? null : SandboxAccount.in(world, accountId);
        JsonNode network = account == null ? null : entry.path("networks").path(account.provider);
        // Without a time it goes out at once, as the page about pins says.
        Instant at = target.hasNonNull("scheduled_at") && job.operation() == Operation.SCHEDULE
                ? time(Json.text(target, "scheduled_at"))
                : now;
        if (faults.contains(Fault.FAILURE_NAMELESS) && failures.isEmpty()) {
            failures.add(Json.object().put("message", BAD_STATE));
            return;
        }
        String refusal = refusal(account, network, target, at);
        if (refusal != null) {
            failures.add(Json.object()
                    .put("account_id", accountId)
                    .put("account_name", account == null ? null : account.name)
                    .put("provider", account == null ? null : account.provider)
                    .put("message", refusal));
            return;
        }
        SandboxPost post = make(account, network, target, at);
        if (faults.contains(Fault.POST_TWICE)) {
            make(account, network, target, at);
        }
        if (!at.isAfter(now)) {
            post.publish();
            published.add(Json.object()
                    .put("type", "job")
                    .put("status", post.state.equals("failed") ? "failed" : "complete")
                    .set("post", Rows.publishedPost(post)));
        }
    }

    private String refusal(SandboxAccount account, JsonNode network, JsonNode target, Instant at) {
        if (faults.contains(Fault.FAILURE_OBJECT) || faults.contains(Fault.FAILURE_ARRAY)) {
            return BAD_TYPE;
        }
        if (account == null || !network.isObject()) {
            return BAD_STATE;
        }
        if (!TYPES.contains(Json.text(network, "type"))) {
            return BAD_TYPE;
        }
        if (!SandboxBoard.exists(account, Json.text(target, "album_id"))) {
            return NO_ALBUM;
        }
        if (!network.path("media").isArray() || network.path("media").isEmpty() || !usable(network.path("media"))) {
            return NO_MEDIA;
        }
        for (JsonNode each : network.path("media")) {
            if (!covered(each)) {
                return NO_THUMBNAIL;
            }
        }
        if (length(network, "text") > 500) {
            return "Text is too long (maximum is 500 characters)";
        }
        if (length(network, "title") > 100) {
            return "Title is too long (maximum is 100 characters)";
        }
        if (at == null || at.isBefore(now)) {
            return BACKDATED;
        }
        if (SandboxPost.crowded(account, at)) {
            return CROWDED;
        }
        return SandboxPost.inTheDayBefore(account, at) >= world.dailyCap
                ? "You have reached the daily limit of " + world.dailyCap + " posts for this account"
                : null;
    }

    private boolean usable(JsonNode media) {
        for (JsonNode each : media) {
            String id = Json.text(each, "id");
            String path = Json.text(each, "path");
            boolean external =
                    id != null && EXTERNAL.matcher(id).matches() && path != null && path.matches("https?://.+");
            if (!external && (id == null || !SandboxMedia.exists(world, id))) {
                return false;
            }
        }
        return true;
    }

    /** Without thumbnails it takes its own; with them each is one that it has, and the index is one of them. */
    private boolean covered(JsonNode media) {
        JsonNode thumbnails = media.path("thumbnails");
        JsonNode index = media.path("default_thumbnail");
        if (thumbnails.isMissingNode()) {
            return index.isMissingNode();
        }
        for (JsonNode each : thumbnails) {
            if (!SandboxMedia.covers(world, Json.text(media, "id"), Json.text(each, "id"))
                    || Json.text(each, "small") == null
                    || Json.text(each, "real") == null) {
                return false;
            }
        }
        return "video".equals(Json.text(media, "type"))
                && thumbnails.isArray()
                && index.isInt()
                && thumbnails.has(index.intValue());
    }

    private SandboxPost make(SandboxAccount account, JsonNode network, JsonNode target, Instant at) {
        SandboxPost post = new SandboxPost();
        post.world = world;
        post.account = account;
        post.publerId = faults.contains(Fault.INTEGER_IDS) ? Ids.integer() : Ids.hex();
        post.state = account.reauth ? "scheduled_reauth" : "scheduled";
        post.type = Json.text(network, "type");
        post.albumId = Json.text(target, "album_id");
        post.title = Json.text(network, "title");
        post.text = Json.text(network, "text");
        post.url = Json.text(network, "url");
        post.media = network.path("media").toString();
        post.scheduledAt = at;
        post.madeAt = now;
        post.visibleAt =
                faults.contains(Fault.LIST_LAG) ? now.plusSeconds(LAG_SECONDS) : now.plusMillis(world.listLagMillis);
        post.persist();
        return post;
    }

    private JsonNode failures() {
        boolean array =
                faults.contains(Fault.FAILURE_ARRAY) || world.failuresAsArray && !faults.contains(Fault.FAILURE_OBJECT);
        if (array) {
            return Json.array().addAll(failures);
        }
        ObjectNode byKey = Json.object();
        for (int i = 0; i < failures.size(); i++) {
            byKey.set(Integer.toString(i), Json.array().add(failures.get(i)));
        }
        return byKey;
    }

    private ArrayNode downloads() {
        ArrayNode media = Json.array();
        for (JsonNode wanted : Json.parse(job.body).path("media")) {
            SandboxMedia downloaded = new SandboxMedia();
            downloaded.world = world;
            downloaded.publerId = Ids.hex();
            downloaded.type = "photo";
            downloaded.name = Json.text(wanted, "name");
            downloaded.uploadedAt = now;
            downloaded.persist();
            media.add(Rows.media(downloaded, true));
        }
        return media;
    }

    private static int length(JsonNode network, String field) {
        String text = Json.text(network, field);
        return text == null ? 0 : text.codePointCount(0, text.length());
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
