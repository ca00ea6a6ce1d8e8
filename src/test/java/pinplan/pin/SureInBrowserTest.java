package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** What can't be undone is asked before, with script and without. */
@QuarkusTest
class SureInBrowserTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pin pin = kitchen.approved("Lemon tart");

    private Browser open(Screen screen) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.APPROVER));
        browser.go("/pins/" + pin.id);
        return browser;
    }

    @Test
    void withoutScriptItUnfoldsFirst() {
        try (Browser browser = open(Screen.PHONE.withoutScript())) {
            assertThat(browser.button("Withdraw").count()).isZero();
            browser.unfold("Withdraw");
            browser.shot("sure");
            assertThat(browser.page.locator(".sure[open] > p")).isVisible();
            assertThat(browser.page.locator(".sure[open] > p")).containsText("Make it a draft again?");
            assertThat(browser.status()).isEqualTo("Approved");
            browser.press("Withdraw");
            assertThat(browser.page.locator("main .status")).hasText("Draft");
        }
    }

    @Test
    void withScriptADialogOpens() {
        try (Browser browser = open(Screen.WIDE)) {
            browser.awake();
            assertThat(browser.page.locator(".sure").count()).isZero();
            browser.press("Withdraw");
            assertThat(browser.page.locator("dialog[open] p")).containsText("Make it a draft again?");
            browser.mustBeAccessible().press("Cancel");
            assertThat(browser.status()).isEqualTo("Approved");
        }
    }
}
