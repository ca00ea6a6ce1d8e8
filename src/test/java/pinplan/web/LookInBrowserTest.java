package pinplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.support.Browser;
import pinplan.support.Screen;

/** Layouts, tags, styles and behaviours in a real browser, under the CSP, with no application behind them. */
class LookInBrowserTest {
    private static HttpServer server;

    @BeforeAll
    static void serve() throws IOException {
        server = GalleryServer.start(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static Browser open(Screen screen, String path) {
        var browser = Browser.at("http://localhost:" + server.getAddress().getPort(), screen);
        browser.go(path);
        return browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"month", "composer", "pieces", "sign-in"})
    void everyPieceIsAccessible(String page) {
        for (Screen screen : Screen.all()) {
            try (var browser = open(screen, "/" + page)) {
                browser.mustBeAccessible().shot("look-" + page);
            }
        }
    }

    @Test
    void allNavigationIsReachableOnAPhoneWithoutScript() {
        try (var browser = open(Screen.PHONE.withoutScript(), "/month")) {
            assertThat(browser.page.getByText("Settings").isVisible()).isFalse();
            browser.press("More");
            assertThat(browser.page.getByText("Settings").isVisible()).isTrue();
            assertThat(browser.button("Sign out").isVisible()).isTrue();
        }
    }

    @Test
    void countsAsTheServerDoes() {
        try (var browser = open(Screen.WIDE, "/composer").awake()) {
            browser.fill("Title", "🍋🍋 a");
            assertThat(browser.page.locator("#title-count").innerText()).isEqualTo("4 / 100");
            browser.fill("Title", "x".repeat(101));
            assertThat(browser.page.locator("#title-count.over").innerText()).isEqualTo("101 / 100");
        }
    }

    @Test
    void thePreviewFollowsWhatIsTyped() {
        try (var browser = open(Screen.WIDE, "/composer").awake()) {
            browser.fill("Title", "Plum cake").fill("Destination link", "https://www.example.org/plum?x=1");
            assertThat(browser.page.locator("[data-shows=kept]").innerText()).isEqualTo("Plum cake");
            assertThat(browser.page.locator("[data-shows=host]").allTextContents())
                    .containsExactly("example.org", "example.org");
            browser.fill("Destination link", "javascript:alert(1)");
            assertThat(browser.page.locator("[data-shows=host]").allTextContents())
                    .containsExactly("", "");
        }
    }

    @Test
    void anAccountPutsTheOtherAccountsBoardsAway() {
        try (var browser = open(Screen.WIDE, "/composer")) {
            browser.choose("Account", "Kitchen Garden");
            assertThat(browser.page.locator("optgroup[label='Small Rooms']").isDisabled())
                    .isTrue();
            browser.choose("Board", "Weeknight baking").choose("Account", "Small Rooms");
            assertThat(browser.field("Board").inputValue()).isEmpty();
            browser.choose("Board", "Hallways");
        }
    }

    @Test
    void chosenPicturesShowBeforeTheyAreSent() {
        try (var browser = open(Screen.WIDE, "/composer")) {
            browser.awake();
            browser.field("Media").setInputFiles(new FilePayload("tart.png", "image/png", GalleryServer.PICTURE));
            assertThat(browser.page.locator(".fresh img.thumb").count()).isEqualTo(1);
            assertThat(browser.page.locator(".fresh figcaption").innerText()).isEqualTo("tart.png");
        }
    }

    @Test
    void livePiecesFollowTheirPage() {
        try (var browser = open(Screen.WIDE, "/live")) {
            browser.page.locator("#now:not(:text-is('1'))").waitFor();
        }
    }

    @Test
    void whatCannotBeUndoneAsksFirst() {
        try (var browser = open(Screen.WIDE, "/pieces")) {
            browser.page.locator("[data-confirm] > button").click();
            assertThat(browser.page.locator("dialog[open] p").innerText()).isEqualTo("Remove Ada Lovelace?");
            browser.mustBeAccessible().press("Cancel");
            assertThat(browser.page.locator("dialog[open]").count()).isZero();
        }
    }

    @Test
    void theBrowserTellsOnForeignRequestsAndBreaches() {
        for (var bad :
                Map.of("/foreign", "foreign request", "/inline", "console").entrySet()) {
            var browser = open(Screen.WIDE, bad.getKey());
            assertThatThrownBy(browser::close)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(bad.getValue());
        }
    }
}
