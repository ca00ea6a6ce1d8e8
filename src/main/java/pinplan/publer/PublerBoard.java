package pinplan.publer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A Pinterest board; Publer calls it an album. The id is Pinterest's own, 18 digits, never a number to us. */
public record PublerBoard(String id, String name) {
    static PublerBoard read(JsonNode row) {
        String id = Lenient.text(row, "id");
        return id == null ? null : new PublerBoard(id, Lenient.text(row, "name"));
    }

    /** The boards of one account among the rows of a media-options answer; null when it has no row there. */
    static List<PublerBoard> of(String accountId, JsonNode body) {
        JsonNode inner = Lenient.peel(body);
        JsonNode rows = inner.isArray() ? inner : inner.path("accounts");
        if (!rows.isArray()) {
            return null;
        }
        for (JsonNode row : rows) {
            if (accountId.equals(Lenient.text(row, "id")) || accountId.equals(Lenient.text(row, "account_id"))) {
                return Lenient.rows(row, "albums", PublerBoard::read);
            }
        }
        // One account was asked for: a single row under another name is its row.
        return rows.size() == 1 ? Lenient.rows(rows.get(0), "albums", PublerBoard::read) : null;
    }
}
