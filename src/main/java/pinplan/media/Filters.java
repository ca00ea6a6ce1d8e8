package pinplan.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Which media to show; without any, all. All of them hold at once.
 *
 * @param bin whether among those that were thrown away, and not among the others
 */
public record Filters(Map<Filter, String> values, boolean bin) {
    static final Filters NONE = new Filters(Map.of(), false);

    /** @param typed what the address has for a parameter, or null */
    static Filters of(UnaryOperator<String> typed) {
        Filters all = new Filters(Map.of(), "true".equals(typed.apply("bin")));
        for (Filter filter : Filter.ALL) {
            all = all.with(filter, filter.understood(typed.apply(filter.parameter)));
        }
        return all;
    }

    /** @param value empty: without it */
    Filters with(Filter filter, String value) {
        Map<Filter, String> others = new EnumMap<>(Filter.class);
        others.putAll(values);
        if (value.isEmpty()) {
            others.remove(filter);
        } else {
            others.put(filter, value);
        }
        return new Filters(Collections.unmodifiableMap(others), bin);
    }

    public boolean any() {
        return !values.isEmpty();
    }

    /** For templates; empty where it is off. */
    public String value(String parameter) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().parameter.equals(parameter))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** For templates: null leaves a box empty. */
    public Boolean on(String parameter) {
        return value(parameter).isEmpty() ? null : true;
    }

    public boolean chose(String parameter, String value) {
        return value(parameter).equals(value);
    }

    /** What is on, each with the way to the same without it. */
    public List<Way> ways() {
        return values.entrySet().stream()
                .map(on -> new Way(
                        on.getKey().words(on.getValue()), with(on.getKey(), "").address(1)))
                .toList();
    }

    /** The same place without any of them. */
    public String clear() {
        return bin ? "/media?bin=true" : "/media";
    }

    public String address(int page) {
        StringBuilder address = new StringBuilder();
        if (bin) {
            add(address, "bin", "true");
        }
        values.forEach((filter, value) -> add(address, filter.parameter, value));
        if (page > 1) {
            add(address, "page", String.valueOf(page));
        }
        return "/media" + address;
    }

    private static void add(StringBuilder address, String parameter, String value) {
        address.append(address.isEmpty() ? '?' : '&')
                .append(parameter)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
