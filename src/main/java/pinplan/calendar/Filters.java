package pinplan.calendar;

import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import pinplan.pin.PinStatus;
import pinplan.web.Errors;
import pinplan.web.Typed;

/**
 * Which pins to show. None: all.
 *
 * @param onlooker who looks, for what waits on them; null where that is not asked
 */
public record Filters(Map<Filter, String> values, Long onlooker) {
    /** Of a campaign: those that chose none. */
    static final String NONE = "none";

    private static final int LONGEST_TEXT = 200;

    static Filters none(Long onlooker) {
        return new Filters(Map.of(), onlooker);
    }

    /** @param typed what the address has for a parameter, or null */
    static Filters of(UnaryOperator<String> typed, Long onlooker) {
        Map<Filter, String> values = new EnumMap<>(Filter.class);
        for (Filter filter : Filter.values()) {
            String value = filter.understand(typed.apply(filter.parameter()));
            if (!value.isEmpty()) {
                values.put(filter, value);
            }
        }
        return new Filters(Collections.unmodifiableMap(values), onlooker);
    }

    public boolean any() {
        return !values.isEmpty();
    }

    /** For templates; empty where the filter is off. */
    public String value(String parameter) {
        return parameters().getOrDefault(parameter, "");
    }

    /** For templates: whether this is what is chosen. */
    public boolean chose(String parameter, Object value) {
        return value(parameter).equals(value.toString());
    }

    /** What is wrong with the text that is looked for: then nothing is found by it. Null: nothing. */
    public String refusal() {
        String text = values.getOrDefault(Filter.TEXT, "");
        Errors errors = new Errors();
        Typed.line("q", text, errors).atMost(LONGEST_TEXT);
        return errors.of("q");
    }

    Long number(Filter filter) {
        return values.containsKey(filter) && !isNone(filter) ? Long.valueOf(values.get(filter)) : null;
    }

    private boolean isNone(Filter filter) {
        return NONE.equals(values.get(filter)) && filter == Filter.CAMPAIGN;
    }

    /** Whether what a campaign itself says can be shown. */
    boolean lets(CampaignRow campaign) {
        return !values.containsKey(Filter.CAMPAIGN) || campaign.id().equals(number(Filter.CAMPAIGN));
    }

    /** As in an address. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        values.forEach((filter, value) -> parameters.put(filter.parameter(), value));
        return parameters;
    }

    Filters with(Filter filter, String value) {
        Map<Filter, String> others = new EnumMap<>(Filter.class);
        others.putAll(values);
        if (value.isEmpty()) {
            others.remove(filter);
        } else {
            others.put(filter, value);
        }
        return new Filters(Collections.unmodifiableMap(others), onlooker);
    }

    Filters without(Filter filter) {
        return with(filter, "");
    }

    /** Whether pins that were made in Publer itself can be among them: these have an account, words and a time, and no more. */
    boolean reachBeyondOurs() {
        return values.keySet().stream().allMatch(filter -> filter == Filter.ACCOUNT || filter == Filter.TEXT);
    }

    /** Conditions on the table foreign_post, as post, each after an "and". */
    String conditionsBeyondOurs() {
        return (refusal() == null ? "" : " and false")
                + (values.containsKey(Filter.ACCOUNT) ? " and post.account_id = :account" : "")
                + (values.containsKey(Filter.TEXT)
                        ? " and (post.title ilike :text escape '!' or post.text ilike :text escape '!')"
                        : "");
    }

    /** Conditions on the table pin, each after an "and". */
    String conditions() {
        return (refusal() == null ? "" : " and false")
                + values.keySet().stream()
                        .map(filter -> " and " + (isNone(filter) ? "pin.campaign_id is null" : filter.condition()))
                        .collect(Collectors.joining());
    }

    <Q extends Query> Q bind(Q query, Instant now) {
        values.forEach((filter, value) -> {
            switch (filter) {
                case CAMPAIGN, ACCOUNT, BOARD, AUTHOR -> {
                    if (!isNone(filter)) {
                        query.setParameter(filter.parameter(), Long.valueOf(value));
                    }
                }
                case STATUS -> query.setParameter("status", status().name());
                case DOMAIN -> query.setParameter("domain", value);
                case WARNING -> query.setParameter("now", now);
                case MINE -> query.setParameter("me", onlooker);
                case TEXT -> query.setParameter("text", "%" + literal(value) + "%");
            }
        });
        return query;
    }

    PinStatus status() {
        for (PinStatus status : PinStatus.values()) {
            if (status.kind().equals(values.get(Filter.STATUS))) {
                return status;
            }
        }
        return null;
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
