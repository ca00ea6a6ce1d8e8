package pinplan.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the tokens in a text. */
class TokenTest {
    private static final Known KNOWN =
            new Known("Spring $1 {board}", "Crème & brûlée", "Kitchen’s Garden", "example.org", "28 March 2027");
    private static final Known NOTHING = new Known("", "", "", "", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "For {board} | For Crème & brûlée",
                "{board}{board} | Crème & brûléeCrème & brûlée",
                "{account}, {link host}, {date} | Kitchen’s Garden, example.org, 28 March 2027",
                // What is put in is not looked at again.
                "{campaign} | Spring $1 {board}",
                "{Board} {link_host} {colour} | {Board} {link_host} {colour}",
                "{{board}} | {Crème & brûlée}",
                "{board {board} | {board Crème & brûlée",
                "no token, \\ and $1 | no token, \\ and $1",
                "👩‍🍳 {board} 🇩🇪 | 👩‍🍳 Crème & brûlée 🇩🇪",
            })
    void filled(String text, String result) {
        assertThat(Token.fill(text, KNOWN)).isEqualTo(result);
    }

    @Test
    void whatIsNotKnownStays() {
        assertThat(Token.fill("For {board} on {date}", NOTHING)).isEqualTo("For {board} on {date}");
        assertThat(Token.open("For {board} on {date}, {board}")).isEqualTo(List.of("{board}", "{date}"));
        assertThat(Token.open("For {colour}, {} and {Board}")).isEmpty();
    }

    @Test
    void manyLinesStayMany() {
        assertThat(Token.fill("{board}\n\n#a\n{date}", KNOWN)).isEqualTo("Crème & brûlée\n\n#a\n28 March 2027");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{colour}", "{}", "{ board }", "{Board}", "{link_host}", "{board\n}", "{board} {pin}"})
    void strangers(String text) {
        assertThat(Token.stranger(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{board}", "{link host} {date} {campaign} {account}", "{", "}{", "{board"})
    void noStrangers(String text) {
        assertThat(Token.stranger(text)).isNull();
    }
}
