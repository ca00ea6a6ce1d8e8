package pinplan.publer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A post as Publer lists it. Everything but the id may be null.
 *
 * @param url         the pin's destination link as it was submitted
 * @param scheduledAt when it goes out, or went out
 * @param postLink    the pin on Pinterest; may come later than the state says published
 */
public record PublerPost(
        String id,
        String state,
        String type,
        String network,
        String accountId,
        String albumId,
        String title,
        String text,
        String url,
        Instant scheduledAt,
        String postLink,
        String error,
        String userName) {
    public boolean is(String statePrefix) {
        return state != null && state.startsWith(statePrefix);
    }

    static PublerPost read(JsonNode row) {
        String id = Lenient.text(row, "id");
        if (id == null) {
            return null;
        }
        String error = Lenient.text(row, "error");
        return new PublerPost(
                id,
                Lenient.text(row, "state"),
                Lenient.text(row, "type"),
                first(Lenient.text(row, "network"), Lenient.text(row, "provider")),
                first(Lenient.text(row, "account_id"), Lenient.text(row.path("account"), "id")),
                Lenient.text(row, "album_id"),
                Lenient.text(row, "title"),
                Lenient.text(row, "text"),
                first(Lenient.text(row, "url"), Lenient.text(row.path("link"), "url")),
                Lenient.instant(row, "scheduled_at"),
                Lenient.text(row, "post_link"),
                error != null ? error : Lenient.text(row.path("details"), "error"),
                Lenient.text(row.path("user"), "name"));
    }

    private static String first(String a, String b) {
        return a != null ? a : b;
    }
}
