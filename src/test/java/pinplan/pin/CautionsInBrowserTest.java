package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** What is wrong is said beside the field while somebody types, and no more once it is not. */
@QuarkusTest
class CautionsInBrowserTest {
    private final Kitchen kitchen = new Kitchen();

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void whatIsWrongIsSaidWhileOneTypes(Screen screen) {
        LocalDateTime at = kitchen.later(9);
        kitchen.verb(kitchen.draft("Lemon tart", Role.CREATOR, at), Role.CREATOR, Pin::submit);
        try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/pins/new");
            browser.awake();
            Locator link = browser.page.locator("#link-error");
            Locator date = browser.page.locator("#publishDate-error");
            Locator time = browser.page.locator("#publishTime-error");
            browser.fill("Title", "My own").fill("Destination link", "example.org/tart");
            assertThat(link).containsText("must start with https://");
            assertThat(browser.field("Destination link")).hasAttribute("aria-invalid", "true");
            browser.fill("Destination link", "");
            assertThat(link).hasCount(0);
            browser.fill("Destination link", "example.org/tart");
            assertThat(link).hasCount(1);
            browser.fill("Destination link", "https://example.org/tart");
            assertThat(link).hasCount(0);
            assertThat(browser.page.locator("#link[aria-invalid]")).hasCount(0);
            browser.choose("Account", "Kitchen Garden")
                    .fill("Publish date", at.toLocalDate().minusDays(30).toString());
            browser.fill("Publish time", at.toLocalTime().toString());
            assertThat(date).containsText("This time has passed");
            browser.mustBeAccessible().shot("composer-cautions");
            browser.fill("Publish date", at.toLocalDate().toString());
            assertThat(date).hasCount(0);
            assertThat(time).containsText("“Lemon tart” of Kitchen Garden has this minute");
            browser.mustBeAccessible();
            // Another account has minutes of its own.
            browser.choose("Account", "Small Rooms");
            assertThat(time).hasCount(0);
            assertThat(browser.field("Title")).hasValue("My own");
            assertThat(browser.field("Publish time")).hasValue(at.toLocalTime().toString());
        }
    }

    @Test
    void whatARefusedFormSaysStaysUntilItsFieldIsAnother() {
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/pins/" + pin.id);
            browser.awake();
            kitchen.verb(
                    pin,
                    Role.APPROVER,
                    (p, by, now) -> p.edit(p.fields().leadingTo("https://example.org/theirs"), by, now));
            browser.fill("Destination link", "https://example.org/mine").press("Save draft");
            Locator clash = browser.page.locator("#link-error");
            assertThat(clash).containsText("changed this too");
            browser.awake();
            browser.field("Destination link").focus();
            browser.fill(
                    "Publish date", kitchen.later(9).toLocalDate().minusDays(90).toString());
            browser.fill("Publish time", "09:00");
            assertThat(browser.page.locator("#publishDate-error")).containsText("This time has passed");
            assertThat(clash).containsText("changed this too");
            browser.fill("Destination link", "https://example.org/another");
            assertThat(clash).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void halfATimeIsSaidWhereItIsLeft(Screen screen) {
        try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/pins/new");
            browser.awake();
            browser.fill("Publish date", kitchen.later(9).toLocalDate().toString());
            browser.field("Publish time").focus();
            browser.field("Title").focus();
            assertThat(browser.page.locator("#publishTime-error")).containsText("Choose a time too");
            browser.fill("Publish time", "09:30");
            assertThat(browser.page.locator("#publishTime-error")).hasCount(0);
        }
    }
}
