package pinplan.guest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** A tab that is killed while a guest types takes none of it along. */
@QuarkusTest
class GuestAutosaveInBrowserTest {
    private static final Pattern KEPT = Pattern.compile("Kept [0-9]{2}:[0-9]{2}");

    private final Kitchen kitchen = new Kitchen();
    private final Pin pin = kitchen.inReview("Apple tart");
    private final String link =
            "/g/" + GuestSamples.link(kitchen.people, List.of(pin)).text();

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void aCommentAfterAKilledTab(Screen screen) {
        try (Browser browser = Browser.open(screen)) {
            browser.go(link);
            Locator card = browser.awake().page.locator("#pin-" + pin.id);
            card.locator("summary", summary("Comment")).click();
            card.locator("form[action$=comments] input[name=name]").fill("Ana");
            card.locator("form[action$=comments] textarea").fill("Greener, please. 🍋");
            assertThat(card.locator(".autosaved")).hasText(KEPT);
            card.locator("summary", summary("Something should change")).click();
            card.locator("form[action$=request-changes] textarea").fill("Another picture");
            assertThat(card.locator("form[action$=request-changes] .autosaved")).hasText(KEPT);
            browser.mustBeAccessible().shot("guest-kept");
            Page next = browser.page.context().newPage();
            browser.crash();
            next.navigate(link);
            assertThat(next.getByText("that was not saved.")).hasCount(2);
            next.locator(".guest-comments").getByText("Bring it back").click();
            assertThat(next.locator("form[action$=comments] textarea")).hasValue("Greener, please. 🍋");
            assertThat(next.locator("form[action$=comments] textarea")).isVisible();
            next.locator("form[action$=comments]").getByText("Post comment").click();
            assertThat(next.locator(".flash")).containsText("Your comment is posted.");
            assertThat(next.getByText("that was not saved.")).hasCount(1);
            next.getByText("Bring it back").click();
            next.locator("form[action$=request-changes]")
                    .getByText("Request changes")
                    .click();
            assertThat(next.locator(".flash")).containsText("You asked for changes to “");
        }
        Assertions.assertThat(kitchen.as(Role.CREATOR).get("/pins/" + pin.id).text())
                .contains("Greener, please. 🍋", "Another picture");
    }

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void theOfferIsSeenByEveryone(Screen screen) {
        try (Browser browser = Browser.open(screen)) {
            browser.go(link);
            Locator card = browser.awake().page.locator("#pin-" + pin.id);
            card.locator("summary", summary("Comment")).click();
            card.locator("form[action$=comments] textarea").fill("Greener");
            assertThat(card.locator(".autosaved")).hasText(KEPT);
            browser.page.onDialog(leaving -> leaving.accept());
            browser.go(link);
            browser.awake().mustBeAccessible().shot("guest-offer");
            browser.follow("Bring it back");
            browser.awake().mustBeAccessible().shot("guest-brought");
        }
    }

    @Test
    void whatIsSentAtOnceIsOfferedNoMoreAndTheNameIsAskedOnce() {
        try (Browser browser = Browser.open(Screen.PHONE)) {
            browser.go(link);
            Locator card = browser.awake().page.locator("#pin-" + pin.id);
            card.locator("summary", summary("Comment")).click();
            card.locator("form[action$=comments] textarea").fill("Greener");
            card.getByText("Post comment").click();
            assertThat(card.locator(".error")).hasText("Type your name. You are asked only once.");
            card.locator("form[action$=comments] input[name=name]").fill("Ana");
            card.getByText("Post comment").click();
            for (int times = 0; times < 2; times++) {
                assertThat(browser.page.locator(".comment .told")).hasText("Greener");
                assertThat(browser.page.locator("input[name=name]")).hasCount(0);
                assertThat(browser.page.getByText("that was not saved.")).hasCount(0);
                browser.go(link);
            }
        }
    }

    private static Locator.LocatorOptions summary(String words) {
        return new Locator.LocatorOptions().setHasText(words);
    }
}
