package pinplan.publer.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How Publer writes its things down. */
final class Rows {
    private static final DateTimeFormatter MILLIS_AND_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private Rows() {}

    static ObjectNode user(SandboxWorld world) {
        return Json.object()
                .put("id", world.userId)
                .put("email", "sandbox@publer.example")
                .put("name", world.name)
                .put("first_name", world.name)
                .putNull("picture");
    }

    static ObjectNode workspace(SandboxWorld world) {
        ObjectNode row = Json.object()
                .put("id", world.publerWorkspaceId)
                .put("name", world.name)
                .put("plan", "business")
                .putNull("picture");
        row.set("owner", user(world));
        row.set("members", Json.array());
        return row;
    }

    static ObjectNode account(SandboxAccount account) {
        ObjectNode row = Json.object()
                .put("id", account.publerId)
                .put("provider", account.provider)
                .put("type", account.type)
                .put("name", account.name)
                .put("social_id", Long.toString(1_000_000_000L + account.id))
                .putNull("picture")
                .put("status", account.reauth ? "reauth" : "active")
                .put("locked", account.reauth);
        if (account.provider.equals("pinterest")) {
            row.set("albums", albums(account));
        }
        return row;
    }

    static ObjectNode options(SandboxAccount account) {
        ObjectNode row = Json.object().put("id", account.publerId);
        row.set("albums", albums(account));
        row.set("watermarks", Json.array());
        return row;
    }

    private static ArrayNode albums(SandboxAccount account) {
        ArrayNode albums = Json.array();
        account.boards()
                .forEach(board -> albums.add(Json.object()
                        .put("id", board.albumId)
                        .put("name", board.name)
                        .put("type", "pinterest")));
        return albums;
    }

    /** @param processed what takes a while after an upload, for a video */
    static ObjectNode media(SandboxMedia media, boolean processed) {
        ObjectNode row = Json.object()
                .put("id", media.publerId)
                .put("type", media.type)
                .put("name", media.name)
                .putNull("caption")
                .putNull("source")
                .put("path", "https://cdn.publer.example/tmp/" + media.publerId)
                .put("thumbnail", "https://cdn.publer.example/tmp/" + media.publerId + "-thumb");
        if (media.type.equals("video") && processed) {
            row.set("thumbnails", thumbnails(media));
        }
        row.set("validity", Json.object().set("pinterest", Json.object().put(media.type, true)));
        return row;
    }

    private static ArrayNode thumbnails(SandboxMedia video) {
        ArrayNode thumbnails = Json.array();
        for (String id : video.thumbnailIds()) {
            String at = "https://cdn.publer.example/tmp/" + id;
            thumbnails.add(
                    Json.object().put("id", id).put("small", at + "-small").put("real", at));
        }
        return thumbnails;
    }

    /** The summary of a listing: title, board and error are not in it. */
    static ObjectNode post(SandboxPost post) {
        ObjectNode row = id(post).put("state", post.state)
                .put("type", post.type)
                .put("network", post.account.provider)
                .put("account_id", post.account.publerId)
                .put("text", post.text)
                .put("url", post.url)
                .put("has_media", true)
                .put("scheduled_at", time(post.scheduledAt))
                .put("post_link", post.postLink);
        if (post.error != null) {
            row.put("error", post.error);
        }
        row.set("user", user(post.world));
        return row;
    }

    /** The row of a publish-now job. */
    static ObjectNode publishedPost(SandboxPost post) {
        return id(post).put("account_id", post.account.publerId)
                .put("state", post.state)
                .put("error", post.error)
                .put("in_queue", false)
                .put("post_link", post.postLink)
                .set("details", Json.object());
    }

    private static ObjectNode id(SandboxPost post) {
        ObjectNode row = Json.object();
        return post.publerId.length() <= 10
                ? row.put("id", Long.parseLong(post.publerId))
                : row.put("id", post.publerId);
    }

    private static String time(Instant at) {
        return MILLIS_AND_OFFSET.format(at.atOffset(ZoneOffset.UTC));
    }
}
