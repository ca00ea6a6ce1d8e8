package pinplan.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.team.Member;
import pinplan.team.Workspace;

/**
 * What is read for all that stands around a view: what there is to filter by, what runs above its days, which views are kept.
 * One question; each list is one column of the answer, as JSON.
 */
record Around(Choices choices, List<Bar> moments, List<KeptView> saved) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            // What a list is only ordered by.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param span of which moments and notes are shown; null for none */
    static Around of(Workspace workspace, Member member, Filters filters, Span span) {
        Map<String, Object> given = new TreeMap<>();
        given.put("workspace", workspace.id);
        given.put("member", member.id);
        String moments = list(MomentRow.SQL, "from_on, id");
        if (span == null) {
            moments = "null";
        } else {
            given.put("from", span.from());
            given.put("until", span.until());
        }
        Object[] told = ask(
                Stream.concat(ChoiceLists.live(filters, given), Stream.of(moments, list(KeptView.SQL, "name, id"))),
                given);
        return new Around(
                ChoiceLists.read(told),
                read(told[ChoiceLists.SIZE], MomentRow.class).stream()
                        .map(Bar::of)
                        .toList(),
                read(told[ChoiceLists.SIZE + 1], KeptView.class));
    }

    /** What has these numbers, whatever became of it. */
    static Choices named(
            Workspace workspace, Set<Long> campaigns, Set<Long> accounts, Set<Long> boards, Set<Long> authors) {
        Map<String, Object> given = new TreeMap<>(Map.of("workspace", workspace.id));
        return ChoiceLists.read(ask(ChoiceLists.named(campaigns, accounts, boards, authors, given), given));
    }

    private static Object[] ask(Stream<String> lists, Map<String, Object> given) {
        Query query = Panache.getEntityManager()
                .createNativeQuery(lists.collect(Collectors.joining(", ", "select ", "")), Object[].class);
        given.forEach(query::setParameter);
        return (Object[]) query.getSingleResult();
    }

    /** Null for none. */
    static String list(String rows, String order) {
        return "(select cast(json_agg(one order by %s) as text) from (%s) one)".formatted(order, rows);
    }

    static <T> List<T> read(Object list, Class<T> each) {
        try {
            return list == null ? List.of() : JSON.readerForListOf(each).readValue((String) list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
