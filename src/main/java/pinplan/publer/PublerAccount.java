package pinplan.publer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A social account at Publer.
 *
 * @param boards what this row itself says about boards, or null when it says nothing
 * @param locked Publer will not post to it; false when it does not say
 */
public record PublerAccount(
        String id,
        String provider,
        String type,
        String name,
        String picture,
        String status,
        boolean locked,
        List<PublerBoard> boards) {
    public boolean pinterest() {
        return "pinterest".equalsIgnoreCase(provider);
    }

    static PublerAccount read(JsonNode row) {
        String id = Lenient.text(row, "id");
        if (id == null) {
            return null;
        }
        return new PublerAccount(
                id,
                Lenient.text(row, "provider"),
                Lenient.text(row, "type"),
                Lenient.text(row, "name"),
                Lenient.text(row, "picture"),
                Lenient.text(row, "status"),
                Boolean.TRUE.equals(Lenient.yes(row, "locked")),
                row.path("albums").isArray() ? Lenient.rows(row, "albums", PublerBoard::read) : null);
    }
}
