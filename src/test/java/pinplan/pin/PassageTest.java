package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What of a long text is shown of a change. */
class PassageTest {
    private static final String LONG =
            "Whisk the eggs with the sugar until they are pale, then fold in the lemon curd, "
                    + "the flour and a pinch of salt, and bake it all for half an hour at a hundred and eighty degrees.";

    private static Passage of(String text, String other) {
        return Passage.of(text, other);
    }

    @Test
    void theWordThatDiffersWithAFewAroundIt() {
        Passage passage = of(LONG, LONG.replace("lemon", "lime"));
        assertThat(passage.changed()).isEqualTo("lemon");
        assertThat(passage.lead()).startsWith("…").endsWith("fold in the ");
        assertThat(passage.tail()).startsWith(" curd,").endsWith("…");
    }

    @Test
    void whatWasAddedOrWent() {
        Passage without = of(LONG, LONG + " Serve it cold.");
        assertThat(without.changed()).isEmpty();
        assertThat(of(LONG + " Serve it cold.", LONG).changed()).isEqualTo(" Serve it cold.");
        assertThat(of("", LONG)).isEqualTo(new Passage("", "", ""));
        assertThat(of(LONG, "").changed()).startsWith("Whisk").hasSizeLessThan(260);
    }

    @Test
    void nothingBreaksWhereEverythingIsTheSameOrOneCharacterRepeats() {
        assertThat(of(LONG, LONG).changed()).isEmpty();
        String many = "a".repeat(300);
        Passage passage = of(many, many + "a");
        assertThat(passage.lead() + passage.changed() + passage.tail()).contains("aaa");
        String faces = "😀".repeat(200);
        Passage smiling = of(faces, "😀".repeat(100) + "😁" + "😀".repeat(100));
        assertThat(smiling.lead() + smiling.changed() + smiling.tail())
                .doesNotContain("?")
                .satisfies(text -> assertThat(new String(
                                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo(text));
    }
}
