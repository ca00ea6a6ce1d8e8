package pinplan.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which links lead to one page, and which do not. */
class CanonicalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.org/tart http://example.org/tart",
                "https://example.org/tart https://EXAMPLE.org/tart",
                "https://example.org/tart https://www.example.org/tart",
                "https://example.org/tart https://example.org./tart",
                "https://example.org/tart https://example.org:443/tart",
                "http://example.org/tart http://example.org:80/tart",
                "https://example.org/tart https://example.org/tart/",
                "https://example.org https://example.org/",
                "https://example.org https://example.org/?",
                "https://example.org/tart https://example.org/tart#top",
                "https://example.org/tart https://example.org/tart?utm_source=pinterest&UTM_Medium=social",
                "https://example.org/tart https://example.org/tart?fbclid=1&epik=2&gclid=3",
                "https://example.org/tart https://example.org/./cake/../tart",
                "https://example.org/tart https://example.org/%74art",
                "https://example.org/a%2fb https://example.org/a%2Fb",
                "https://example.org/käse https://example.org/k%C3%A4se",
                "https://example.org/käse https://example.org/k%c3%a4se",
                "https://bücher.example/ https://xn--bcher-kva.example",
                "https://BÜCHER.example/ https://bücher.example/",
                "https://straße.example/ https://xn--strae-oqa.example/",
                "https://example.org/?a=1&b=2 https://example.org/?b=2&a=1",
                "https://example.org/?a=x+y https://example.org/?a=x%20y",
                "https://example.org/?a=1 https://example.org/?&a=1&",
                "https://user@example.org/tart https://example.org/tart",
            })
    void oneAndTheSame(String one, String other) {
        assertThat(Canonical.of(other)).isEqualTo(Canonical.of(one)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.org/tart https://example.com/tart",
                "https://example.org/tart https://blog.example.org/tart",
                "https://example.org/tart https://example.org/Tart",
                "https://example.org/tart https://example.org:8443/tart",
                "https://example.org/a%2Fb https://example.org/a/b",
                "https://example.org/?a=1 https://example.org/?a=2",
                "https://example.org/?a=1&a=2 https://example.org/?a=2&a=1",
                "https://example.org/?page=2 https://example.org/",
                "https://example.org/#/tart https://example.org/#/cake",
                "https://example.org/#!tart https://example.org/",
                "https://strasse.example/ https://straße.example/",
                "https://example.org/a+b https://example.org/a%20b",
                // Bytes that are no UTF-8 are still told apart.
                "https://example.org/k%E4se https://example.org/k%F6se",
                "https://example.org/?q=M%FCller https://example.org/?q=M%F6ller",
            })
    void twoPages(String one, String other) {
        assertThat(Canonical.of(other)).isNotNull().isNotEqualTo(Canonical.of(one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tart",
                "ftp://example.org/",
                "https://",
                "https:///tart",
                "mailto:a@example.org",
                "javascript:alert(1)"
            })
    void noPageAtAll(String link) {
        assertThat(Canonical.of(link)).isNull();
    }

    @Test
    void nothingThatADatabaseRefuses() {
        assertThat(Canonical.of("https://a\0b/")).isNull();
        assertThat(Canonical.of("https://" + "ä".repeat(300) + ".example/")).isNull();
        assertThat(Canonical.of("https://example.org/%00#/%00").address()).isEqualTo("example.org/%00#/%00");
        assertThat(Canonical.of("https://example.org/k%e4se")).isEqualTo(Canonical.of("https://example.org/k%E4se"));
    }

    @Test
    void theHostIsTheOneThatPeopleMean() {
        assertThat(Canonical.of("https://www.Example.org:8443/x").host()).isEqualTo("example.org");
        assertThat(Canonical.of("https://www.com/").host()).isEqualTo("www.com");
        assertThat(Canonical.of("https://[2001:db8::1]/x").host()).isEqualTo("[2001:db8::1]");
    }
}
