package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalledTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/tart, Untitled: /tart",
        "https://example.org/, Untitled: example.org",
        "https://example.org/a%00b%0D%0Ac%1B, Untitled: /abc",
        "https://example.org/%00, Untitled: example.org",
        "https://exa mple, Untitled pin",
        "'', Untitled pin"
    })
    void whatHasNoTitleIsCalledByWhereItLeads(String link, String name) {
        assertThat(Called.by("", link)).isEqualTo(name);
        assertThat(Called.by("Plum tart", link)).isEqualTo("Plum tart");
    }
}
