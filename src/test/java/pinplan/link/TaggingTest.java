package pinplan.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.web.Errors;

/** What tags make of a link, byte for byte. */
class TaggingTest {
    private static final Tagged PIN = new Tagged("Spring & Easter 2027", "Crème brûlée", "Kitchen’s Garden", "73");

    private static String on(String link, String tags, boolean replace) {
        Errors errors = new Errors();
        Tagging tagging = Tagging.read("tags", tags.replace(';', '\n'), replace, errors);
        assertThat(errors.all()).isEmpty();
        return tagging.on(link, PIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.org/tart https://example.org/tart?utm_source=pinterest",
                "https://example.org https://example.org?utm_source=pinterest",
                "https://example.org/tart? https://example.org/tart?utm_source=pinterest",
                "https://example.org/tart?a=1 https://example.org/tart?a=1&utm_source=pinterest",
                "https://example.org/tart?a=1& https://example.org/tart?a=1&utm_source=pinterest",
                "https://example.org/tart?&&a https://example.org/tart?&&a&utm_source=pinterest",
                "https://example.org/tart#top https://example.org/tart?utm_source=pinterest#top",
                "https://example.org/tart?a=%7e+%zz|ä#b?c=d&e https://example.org/tart?a=%7e+%zz|ä&utm_source=pinterest#b?c=d&e",
                "https://example.org/#/tart?x=1 https://example.org/?utm_source=pinterest#/tart?x=1",
                "https://bücher.example/käse?q=ä https://bücher.example/käse?q=ä&utm_source=pinterest",
                // Its own stays, however it is written.
                "https://example.org/?utm_source=mail https://example.org/?utm_source=mail",
                "https://example.org/?utm_source https://example.org/?utm_source",
                "https://example.org/?utm%5Fsource=mail https://example.org/?utm%5Fsource=mail",
                "https://example.org/?utm_source=a&utm_source=b https://example.org/?utm_source=a&utm_source=b",
                "https://example.org/?x_utm_source=a https://example.org/?x_utm_source=a&utm_source=pinterest",
            })
    void oneTag(String link, String result) {
        assertThat(on(link, "utm_source=pinterest", false)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.org/?utm_source=mail https://example.org/?utm_source=pinterest",
                "https://example.org/?a=1&utm_source=mail&b=2#c https://example.org/?a=1&utm_source=pinterest&b=2#c",
                "https://example.org/?utm_source=a&x&utm_source=b https://example.org/?utm_source=pinterest&x",
                "https://example.org/?utm%5Fsource=mail https://example.org/?utm_source=pinterest",
                "https://example.org/?b=%7e https://example.org/?b=%7e&utm_source=pinterest",
            })
    void inPlaceOfWhatIsThere(String link, String result) {
        assertThat(on(link, "utm_source=pinterest", true)).isEqualTo(result);
    }

    @Test
    void tokensAreSmallPlainLetters() {
        assertThat(on("https://example.org/", "c={campaign};b={board};a={account};p=pin-{pin}", false))
                .isEqualTo("https://example.org/?c=spring-easter-2027&b=creme-brulee&a=kitchens-garden&p=pin-73");
    }

    @ParameterizedTest
    @CsvSource({
        "Лимонный пирог,limonnyj-pirog",
        "レモンタルト,remontaruto",
        "Straße,strasse",
        "  --A  b__c--  ,a-b-c",
        "🍋 Tart,tart",
        "🍋,''"
    })
    void slugs(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Test
    void aTagWithoutItsOwnIsLeftOut() {
        Tagging tagging = Tagging.read("tags", "c={campaign}-x\nb={board}\np={pin}", false, new Errors());
        assertThat(tagging.on("https://example.org/", new Tagged(null, "🍋", null, "7")))
                .isEqualTo("https://example.org/?p=7");
    }

    @Test
    void whatIsTypedIsWrittenSoThatItIsReadTheSame() {
        assertThat(on("https://example.org/", "q=a b&c=ä%+#", false))
                .isEqualTo("https://example.org/?q=a%20b%26c%3D%C3%A4%25%2B%23");
    }

    @Test
    void nowhereGetsNoTags() {
        assertThat(on("", "utm_source=pinterest", false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utm_source",
                "utm_source=",
                "=pinterest",
                "utm source=x",
                "a=1\na=2",
                "a={colour}",
                "a={Campaign}"
            })
    void whatCannotBeATagIsSaid(String tags) {
        Errors errors = new Errors();
        Tagging.read("tags", tags, false, errors);
        assertThat(errors.of("tags")).isNotBlank();
    }
}
