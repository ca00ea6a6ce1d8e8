package pinplan.publer;

import com.fasterxml.jackson.databind.JsonNode;

/** A file that Publer holds. {@code path} may be temporary: only the id is worth keeping. */
public record PublerMedia(String id, String type, String name, String path, String thumbnail, String warning) {
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
                warning(media.path("validity").path("pinterest"), type));
    }

    /** Only an explicit "false" says something; a missing key says nothing. */
    private static String warning(JsonNode pinterest, String type) {
        boolean refused = pinterest.isBoolean() && !pinterest.booleanValue()
                || type != null && Boolean.FALSE.equals(Lenient.yes(pinterest, type));
        return refused ? "Publer says that Pinterest will not take this file." : null;
    }
}
