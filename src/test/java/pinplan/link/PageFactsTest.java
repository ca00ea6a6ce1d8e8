package pinplan.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.fetch.WebPage;

/** What pages say of themselves, well made or not. */
class PageFactsTest {
    private static PageFacts of(String html) {
        return of("text/html; charset=utf-8", html.getBytes(UTF_8));
    }

    private static PageFacts of(String type, byte[] html) {
        return PageFacts.of(
                new WebPage(200, "https://shop.example.org/tarts/lemon?x=1", "shop.example.org", type, html));
    }

    private static String[] pictures(String html) {
        return of(html).pictures().stream().map(PageFacts.Picture::address).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <title>Tart</title>                                                                              | Tart
            <title> Lemon\\n  tart </title>                                                                   | Lemon tart
            <title>Tart &amp; caf&eacute; &#8211; &quot;best&quot;</title>                                   | Tart & café – "best"
            <meta property="og:title" content="Of Open Graph"><title>Tart</title>                            | Of Open Graph
            <meta name="OG:TITLE" content="By another attribute"><title>Tart</title>                         | By another attribute
            <meta property="og:title" content="  "><title>Tart</title>                                       | Tart
            <meta name="twitter:title" content="Of Twitter"><title>Tart</title>                              | Of Twitter
            <body><title>In the body</title>                                                                 | In the body
            <p>No head<svg><title>A drawing</title></svg>                                                    | ''
            <title>&lt;script&gt;alert(1)&lt;/script&gt;</title>                                             | <script>alert(1)</script>
            <title>Never closed                                                                              | Never closed
            """)
    void theTitle(String html, String title) {
        assertThat(of(html.replace("\\n", "\n")).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <meta name="description" content="Bright &amp; quick.">                                           | Bright & quick.
            <meta name="description" content="Plain"><meta property="og:description" content="Open Graph">    | Open Graph
            <meta name="twitter:description" content="Twitter">                                               | Twitter
            <meta name="description">                                                                         | ''
            """)
    void theDescription(String html, String description) {
        assertThat(of(html).description()).isEqualTo(description);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html; charset=windows-1252   | windows-1252 | <title>Crème brûlée – 5 €</title>
            text/html; charset="iso-8859-1"   | windows-1252 | <title>Crème brûlée</title>
            text/html                         | windows-1252 | <meta charset=windows-1252><title>Crème brûlée – 5 €</title>
            text/html                         | windows-1252 | <meta http-equiv=Content-Type content="text/html; charset=windows-1252"><title>Crème brûlée</title>
            text/html                         | windows-1252 | <title>Crème brûlée</title>
            text/html                         | UTF-8        | <title>Crème brûlée – 5 €</title>
            text/html; charset=nonsense       | UTF-8        | <title>Crème brûlée – 5 €</title>
            text/html; charset=%%%            | UTF-8        | <title>Crème brûlée – 5 €</title>
            text/html; charset=Shift_JIS      | Shift_JIS    | <title>レモンタルト</title>
            text/html                         | UTF-16       | <title>レモンタルト</title>
            ''                                | UTF-8        | <title>レモンタルト</title>
            """)
    void theLetters(String type, String written, String html) {
        String title = html.replaceAll(".*<title>|</title>.*", "");
        assertThat(of(type, html.getBytes(Charset.forName(written))).title()).isEqualTo(title);
    }

    @Test
    void picturesInTheOrderOfWhoNamesThem() {
        assertThat(pictures("""
                <img src="/big.jpg" width=600 height=900 alt="A slice">
                <script type="application/ld+json">{"@graph":[{"@type":"Recipe","image":["a.jpg",{"url":"//cdn.example.org/b.jpg","width":800,"height":1200}],
                  "author":{"image":{"url":"https://x.example.org/c.jpg"}}}]}</script>
                <meta property="og:image" content="https://shop.example.org/og.jpg">
                <meta name="twitter:image" content="../tw.png">"""))
                .containsExactly(
                        "https://shop.example.org/og.jpg",
                        "https://shop.example.org/tw.png",
                        "https://shop.example.org/tarts/a.jpg",
                        "https://cdn.example.org/b.jpg",
                        "https://x.example.org/c.jpg",
                        "https://shop.example.org/big.jpg");
    }

    @Test
    void whatIsNoPictureForAPinIsLeftOut() {
        assertThat(pictures("""
                <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><img src="javascript:alert(1)"><img src="file:///etc/passwd">
                <img src="pixel.gif" width=1 height=1><img src="logo.svg"><img src="face.jpg" width="64"><img><img src="">
                <img src="http://"><img src="spacer.gif" data-src="lazy.jpg">""")).containsExactly("https://shop.example.org/tarts/lazy.jpg");
    }

    @Test
    void eachOnceAndTwelveAtMost() {
        StringBuilder many = new StringBuilder("<meta property=og:image content=/0.jpg>");
        for (int i = 0; i < 40; i++) {
            many.append("<img src=/").append(i).append(".jpg>");
        }
        assertThat(pictures(many.toString()))
                .hasSize(12)
                .startsWith("https://shop.example.org/0.jpg")
                .doesNotHaveDuplicates();
    }

    @Test
    void theBaseOfThePageCounts() {
        assertThat(pictures("<base href='https://cdn.example.org/x/'><img src=a.jpg>"))
                .containsExactly("https://cdn.example.org/x/a.jpg");
    }

    @Test
    void aPictureHasAName() {
        assertThat(new PageFacts.Picture("https://a.example/b/cr%C3%A8me.jpg?w=5", "", "").name())
                .isEqualTo("crème.jpg");
        assertThat(new PageFacts.Picture("https://a.example/", "", "").name()).isEqualTo("https://a.example/");
    }

    @Test
    void hostilePicturesAreRead() {
        String many = "<meta property=og:image content=x>".repeat(15_000);
        assertThat(pictures("<meta property=og:image:alt content='A slice'>" + many))
                .hasSize(1);
        String deep = "<div>".repeat(20_000);
        assertThat(pictures(deep + "<img src=data:x>".repeat(8_000))).isEmpty();
        String json = "\"a.jpg\",".repeat(30_000);
        assertThat(pictures("<script type='application/ld+json'>{\"image\":[" + json + "\"b.jpg\"]}</script>"))
                .containsExactly("https://shop.example.org/tarts/a.jpg", "https://shop.example.org/tarts/b.jpg");
    }

    @Test
    void eachPictureHasTheTextOfItsKind() {
        assertThat(of("<meta property=og:image content=/a.jpg><meta name=twitter:image content=/b.jpg>"
                                + "<meta property=og:image:alt content=A><meta name=twitter:image:alt content=B>")
                        .pictures())
                .extracting(PageFacts.Picture::alt)
                .containsExactly("A", "B");
    }

    @Test
    void ofALongPageTheBeginIsRead() {
        assertThat(of(" ".repeat(262_000) + "<title>Tart</title>").title()).isEqualTo("Tart");
        assertThat(of(" ".repeat(263_000) + "<title>Tart</title>").title()).isEmpty();
    }

    @Test
    void hostileNestingIsRead() {
        String deep = "<div><b><table>".repeat(10_000);
        assertThat(of("<title>Deep</title>" + deep).title()).isEqualTo("Deep");
        assertThat(of("<title>Deep</title><script type='application/ld+json'>" + "[".repeat(200_000) + "</script>")
                        .title())
                .isEqualTo("Deep");
        String json = "{\"image\":".repeat(900) + "1" + "}".repeat(900);
        assertThat(of("<title>J</title><script type='application/ld+json'>" + json + "</script>")
                        .pictures())
                .isEmpty();
        assertThat(of("<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><title>&b;</title>")
                        .title())
                .isEqualTo("&b;");
    }

    @Test
    void whatIsMuchTooLongIsCut() {
        PageFacts facts = of(
                "<title>" + "😀".repeat(5_000) + "</title><meta name=description content='" + "x".repeat(9_000) + "'>");
        assertThat(facts.title()).isEqualTo("😀".repeat(300) + "…");
        assertThat(facts.description()).hasSize(1_501);
    }

    @Test
    void nothingIsNothing() {
        assertThat(of("").none()).isTrue();
        assertThat(of("text/html", new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe})
                        .none())
                .isTrue();
    }
}
