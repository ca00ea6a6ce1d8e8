package pinplan.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a form, field by field, in the order in which it was found. */
public class Errors {
    private final Map<String, String> byField = new LinkedHashMap<>();

    /** The first sentence about a field stays. */
    public Errors add(String field, String sentence) {
        byField.putIfAbsent(field, sentence);
        return this;
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    public String of(String field) {
        return byField.get(field);
    }

    public List<String> all() {
        return List.copyOf(byField.values());
    }

    public Map<String, String> byField() {
        return byField;
    }
}
