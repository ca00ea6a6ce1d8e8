package pinplan.publer;

import com.fasterxml.jackson.databind.JsonNode;

/** A workspace as Publer means it. */
public record PublerWorkspace(String id, String name, String plan) {
    static PublerWorkspace read(JsonNode row) {
        String id = Lenient.text(row, "id");
        return id == null ? null : new PublerWorkspace(id, Lenient.text(row, "name"), Lenient.text(row, "plan"));
    }
}
