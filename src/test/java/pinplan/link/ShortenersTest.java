package pinplan.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortenersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bit.ly/3x",
                "http://www.bit.ly/3x?utm_source=a",
                "HTTPS://T.CO/x#y",
                "https://tinyurl.com:443/x",
                "https://pin.it/abc",
                "https://amzn.to/abc",
                " https://goo.gl/x "
            })
    void areKnown(String link) {
        assertThat(Shorteners.warning(link)).contains("only sends people on").doesNotContain("www");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/bit.ly",
                "https://notbit.ly/x",
                "https://bit.ly.example.org/",
                "https://about.t.co.example/",
                "bit.ly/3x",
                "",
                "https://example.org/?u=https://bit.ly/3x"
            })
    void whatOnlyLooksLikeOneIsNone(String link) {
        assertThat(Shorteners.warning(link)).isNull();
    }
}
