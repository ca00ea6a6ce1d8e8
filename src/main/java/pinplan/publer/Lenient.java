package pinplan.publer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what Publer may have meant. Its documentation and what running clients saw differ in envelopes, in number or
 * text for ids, in which fields are there at all: a field in an unexpected shape is a missing field, never an error.
 */
final class Lenient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Lenient() {}

    /** The body as JSON, or a missing node when it is none. */
    static JsonNode parse(String body) {
        if (body == null || body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** Whether it is JSON that ends before it is whole, as what is read of an answer whose connection was cut. */
    static boolean brokenOff(String body) {
        try {
            JSON.readTree(body == null ? "" : body);
            return false;
        } catch (JsonProcessingException notJson) {
            return notJson instanceof JsonEOFException;
        }
    }

    /** The content of {@code {"success":true,"data":…}}, or the node itself where there is no such envelope. */
    static JsonNode peel(JsonNode node) {
        JsonNode data = node.path("data");
        return data.isObject() || data.isArray() ? data : node;
    }

    /** A text, or a number as text: ids come as both. Null for anything else and for an empty text. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isNumber()) {
            return value.asText();
        }
        // What no database stores is left out.
        String text = value.isTextual() ? value.textValue().replace("\0", "") : "";
        return text.isEmpty() ? null : text;
    }

    static Integer number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.canConvertToInt()) {
            return value.intValue();
        }
        try {
            return value.isTextual() ? Integer.valueOf(value.textValue().strip()) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** Null when it is not said. */
    static Boolean yes(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isBoolean() ? Boolean.valueOf(value.booleanValue()) : null;
    }

    static Instant instant(JsonNode node, String field) {
        String text = text(node, field);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    /** The rows of a list that is bare, or called {@code name}, or enveloped; null when there is no list anywhere. */
    static <T> List<T> rows(JsonNode body, String name, Function<JsonNode, T> row) {
        JsonNode inner = peel(body);
        JsonNode list = inner.isArray() ? inner : inner.path(name);
        if (!list.isArray()) {
            return null;
        }
        List<T> rows = new ArrayList<>();
        for (JsonNode each : list) {
            T read = each.isObject() ? row.apply(each) : null;
            if (read == null) {
                return null;
            }
            rows.add(read);
        }
        return List.copyOf(rows);
    }
}
