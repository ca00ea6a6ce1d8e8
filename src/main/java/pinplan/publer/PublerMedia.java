package pinplan.publer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that Publer holds. {@code path} may be temporary: only the id is worth keeping.
 *
 * @param thumbnails those that Publer made of a video, in its order; of a picture none
 */
public record PublerMedia(
        String id,
        String type,
        String name,
        String path,
        String thumbnail,
        List<Thumbnail> thumbnails,
        String warning) {

    /** One of the pictures that may stand for a video, as Publer writes it down; what it did not say is null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Thumbnail(String id, String small, String real) {
        static Thumbnail read(JsonNode row) {
            return new Thumbnail(Lenient.text(row, "id"), Lenient.text(row, "small"), Lenient.text(row, "real"));
        }
    }

    /** A picture itself, to be sent as a thumbnail of a video. */
    public Thumbnail asThumbnail() {
        return new Thumbnail(id, thumbnail, path);
    }

    /** One that Publer does not list yet. */
    public static PublerMedia unseen(String id) {
        return new PublerMedia(id, null, null, null, null, List.of(), null);
    }

    static PublerMedia read(JsonNode body) {
        JsonNode media = Lenient.peel(body);
        media = media.isArray() && media.size() == 1 ? media.get(0) : media;
        String id = Lenient.text(media, "id");
        if (id == null) {
            return null;
        }
        String type = Lenient.text(media, "type");
        return new PublerMedia(
                id,
                type,
                Lenient.text(media, "name"),
                Lenient.text(media, "path"),
                Lenient.text(media, "thumbnail"),
                thumbnails(media.path("thumbnails")),
                warning(media.path("validity").path("pinterest"), type));
    }

    /** In a shape that nobody knows there are none: Publer chooses then. */
    private static List<Thumbnail> thumbnails(JsonNode rows) {
        List<Thumbnail> all = new ArrayList<>();
        rows.forEach(row -> all.add(Thumbnail.read(row)));
        return all.stream().anyMatch(each -> each.id == null) ? List.of() : all;
    }

    /** Only an explicit "false" says something; a missing key says nothing. */
    private static String warning(JsonNode pinterest, String type) {
        boolean refused = pinterest.isBoolean() && !pinterest.booleanValue()
                || type != null && Boolean.FALSE.equals(Lenient.yes(pinterest, type));
        return refused ? "Publer says that Pinterest will not take this file." : null;
    }
}
