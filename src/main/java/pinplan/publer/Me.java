package pinplan.publer;

import com.fasterxml.jackson.databind.JsonNode;

/** The person whose key it is. */
public record Me(String id, String email, String name) {
    static Me read(JsonNode body) {
        JsonNode me = Lenient.peel(body);
        me = me.path("user").isObject() ? me.path("user") : me;
        String id = Lenient.text(me, "id");
        return id == null ? null : new Me(id, Lenient.text(me, "email"), Lenient.text(me, "name"));
    }
}
