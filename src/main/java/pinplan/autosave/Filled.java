package pinplan.autosave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form's fields by their names, as somebody had filled them in. */
public record Filled(Map<String, List<String>> fields) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param pairs a name and a value each, as browsers send them */
    static Filled of(List<List<String>> pairs) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (List<String> pair : pairs) {
            fields.computeIfAbsent(pair.get(0), name -> new ArrayList<>())
                    .add(pair.get(1).replace("\0", ""));
        }
        return new Filled(fields);
    }

    static Filled read(String stored) {
        try {
            return JSON.readValue(stored, Filled.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String stored() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null where there is no such field. */
    public String text(String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }
}
