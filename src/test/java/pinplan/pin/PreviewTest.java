package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Pinterest makes of a pin. */
class PreviewTest {
    @Test
    void theFeedShowsTheBeginningOfATitle() {
        for (FeedTitles.Cut cut : FeedTitles.ALL) {
            FeedTitle title = FeedTitle.of(cut.title());
            assertThat(title.kept() + title.rest()).isEqualTo(cut.title());
            assertThat(title.shown()).as(cut.title()).isEqualTo(cut.shown());
            assertThat(title.all()).isEqualTo(PinLimits.count(cut.title()));
        }
    }

    @Test
    void theFeedCutsWhatIsTooTall() {
        assertThat(of(1000, 1500).cut()).isFalse();
        assertThat(of(1000, 2100).cut()).isFalse();
        Preview tall = of(600, 2000);
        assertThat(tall.cut()).isTrue();
        assertThat(tall.shown()).isEqualTo(1260);
        assertThat(of().cut()).isFalse();
    }

    @Test
    void severalPicturesHaveOneShape() {
        assertThat(of(1000, 1500, 800, 1200, 667, 1000).uneven()).isFalse();
        assertThat(of(1000, 1500, 1000, 1000).uneven()).isTrue();
        assertThat(of().uneven()).isFalse();
    }

    private static Preview of(int... sides) {
        List<Preview.Slide> slides = new ArrayList<>();
        for (int at = 0; at < sides.length; at += 2) {
            slides.add(new Preview.Slide(at / 2 + 1, false, "", "", sides[at], sides[at + 1], "", "", ""));
        }
        return new Preview("1", slides, FeedTitle.of(""), "", "", "", 2.1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.Example.org/tart?a=1, example.org",
        "http://example.org:8080, example.org",
        "https://bücher.example/, xn--bcher-kva.example",
        "https://you@example.org/, example.org",
        "ftp://example.org/, ''",
        "javascript:alert(1), ''",
        "https://, ''",
        "example.org, ''",
        "'', ''"
    })
    void theHostIsThatOfTheLink(String link, String host) {
        assertThat(Preview.host(link)).isEqualTo(host);
    }
}
