package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** The composer by keys alone, and what one sees of it at first. */
@QuarkusTest
class ComposerKeysInBrowserTest {
    private final Kitchen kitchen = new Kitchen();

    private Browser open(Screen screen, String path) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR));
        browser.go(path);
        return screen.runsScript() ? browser.awake() : browser;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFieldsAreThreeStopsAway(boolean made) {
        String path = made ? "/pins/" + kitchen.draft("Lemon tart", Role.CREATOR).id : "/pins/new";
        try (Browser browser = open(Screen.WIDE.withoutScript(), path)) {
            Keyboard keyboard = browser.page.keyboard();
            keyboard.press("Tab");
            keyboard.press("Tab");
            Locator skip = browser.page.locator(".skip:focus");
            assertThat(skip).hasText("Skip to the fields");
            keyboard.press("Enter");
            assertThat(browser.field("Title")).isFocused();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Title", "Description", "Board", "Publish date"})
    void ctrlAndEnterSaveTheDraft(String field) {
        try (Browser browser = open(Screen.WIDE, "/pins/new")) {
            browser.fill("Title", "By keys alone");
            browser.field(field).press("Control+Enter");
            assertThat(browser.page).hasURL(Pattern.compile("/pins/[0-9]+$"));
            Assertions.assertThat(browser.status()).isEqualTo("Draft");
            Assertions.assertThat(browser.heading()).isEqualTo("By keys alone");
        }
    }

    @Test
    void theListOfKeysTellsOfIt() {
        try (Browser browser = open(Screen.WIDE, "/calendar")) {
            browser.page.keyboard().press("?");
            assertThat(browser.page.locator("#keys")).containsText("Ctrl Enter");
            assertThat(browser.page.locator("#keys")).containsText("in the composer: save the draft");
        }
    }

    @Test
    void boardDateAndTimeAreSeenAtOnce() {
        try (Browser browser = open(new Screen(1440, 900, true), "/pins/new")) {
            for (String label :
                    new String[] {"Title", "Destination link", "Account", "Board", "Publish date", "Publish time"}) {
                var box = Browser.box(browser.field(label));
                Assertions.assertThat(box.y + box.height).as(label).isLessThan(900);
            }
            browser.mustBeAccessible().shot("composer-at-once");
        }
    }
}
