package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** A picture is pasted into the composer, and words only where they belong: office programs copy a picture of their words, too. */
@QuarkusTest
class PastingInBrowserTest {
    private static final String PASTE = """
            (place, words) => {
              const data = new DataTransfer();
              if (words) data.setData('text/plain', words);
              data.items.add(new File(['a picture'], 'pasted.png', { type: 'image/png' }));
              place.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }""";

    private final Kitchen kitchen = new Kitchen();

    @Test
    void wordsBringNoPictureOfThemselves() {
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/pins/new");
            browser.awake();
            Locator pasted = browser.page.locator(".shots.fresh figure");
            browser.field("Title").evaluate(PASTE, "Lemon tart");
            assertThat(pasted).hasCount(0);
            browser.field("Title").evaluate(PASTE, "");
            assertThat(pasted).hasCount(1);
            browser.page.locator("main").evaluate(PASTE, "A picture that is chosen, with its name");
            assertThat(pasted).hasCount(2);
        }
    }

    @Test
    void whatIsPastedIntoAnotherFormStaysThere() {
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/pins/" + pin.id);
            browser.awake();
            browser.page.locator("form:not(#composer) textarea").first().evaluate(PASTE, "");
            assertThat(browser.page.locator(".shots.fresh figure")).hasCount(0);
            browser.field("Title").evaluate(PASTE, "");
            assertThat(browser.page.locator(".shots.fresh figure")).hasCount(1);
        }
    }
}
