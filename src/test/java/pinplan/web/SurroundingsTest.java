package pinplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {
    private static final Map<String, Object> GIVEN = new HashMap<>(Map.of(
            "word",
            "outer",
            "items",
            List.of("a", "b"),
            "things",
            List.of(Map.of("name", "x"), Map.of("word", "inner"))));

    static {
        GIVEN.put("nothing", null);
    }

    /** What a template says does not depend on it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{#for i in items}{#for j in items}{i}{j}{word} {/for}{/for}",
                "{#for word in items}{#for j in items}{word} {/for}{/for}{word}",
                "{#for i in items}{#let word=nothing}[{word ?: 'none'}]{/let}{/for}",
                "{#for thing in things}{thing.word ?: 'none'} {/for}",
                "{#for i in items}{nothing.word ?: 'none'} {missing ?: 'none'} {i_count} {/for}",
                "{#for i in items}{#with things.get(0)}{name}{word}{i}{/with}{/for}",
                "{#for i in items}{#with things.get(1)}{word}{i}{/with}{/for}",
                "{#for i in items}{#if missing??}yes{#else}no{/if}{/for}",
            })
    void nothingIsFoundThatWouldNotBe(String template) {
        assertThat(render(template, new Surroundings()))
                .isEqualTo(render(template))
                .isNotBlank();
    }

    @Test
    void aNameIsFoundPastLoopsWithoutAskingEveryResolver() {
        List<String> asked = new ArrayList<>();
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new Surroundings())
                .addValueResolver(io.quarkus.qute.ValueResolver.builder()
                        .appliesTo(name -> {
                            asked.add(name.getName());
                            return false;
                        })
                        .resolveWith("")
                        .build())
                .build();
        assertThat(engine.parse("{#for i in items}{#for j in items}{word}{/for}{/for}")
                        .data("items", GIVEN.get("items"), "word", "x")
                        .render())
                .isEqualTo("xxxx");
        assertThat(asked).isEmpty();
    }

    private static String render(String template, Surroundings... more) {
        var engine = Engine.builder().addDefaults();
        Arrays.stream(more).forEach(engine::addValueResolver);
        var instance = engine.build().parse(template).instance();
        GIVEN.forEach(instance::data);
        return instance.render();
    }
}
