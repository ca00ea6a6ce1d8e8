package pinplan.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.web.Errors;

/** What is no address of a page is said beside the field; names in any letters are. */
class AddressTest {
    private static String problem(String link) {
        Errors errors = new Errors();
        Address.check("link", link, errors);
        return errors.of("link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTP://example.org:8080/a?b=c@d#e",
                "https://bücher.example/kuchen",
                "https://my_shop.example.org/tart",
                "https://[2001:db8::1]/tart"
            })
    void isTaken(String link) {
        assertThat(problem(link)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://anna@example.org/                 | user name or password
            https://anna:secret@bücher.example/x      | user name or password
            https://anna:secret@my_shop.example.org/x | user name or password
            https:///tart                             | has no host
            https://:443/tart                         | has no host
            https://example.org:tart/                 | has no host
            ftp://example.org/                        | must start with https
            https://example.org/a b                   | there is a space in it
            """)
    void isRefused(String link, String words) {
        assertThat(problem(link)).contains(words);
    }
}
