package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import org.junit.jupiter.api.Test;
import pinplan.support.Browser;
import pinplan.support.Page;
import pinplan.support.Screen;
import pinplan.team.Role;

/** Who looks at a pin sees what becomes of it without loading the page again. */
@QuarkusTest
class LiveStatusTest {
    private final Kitchen kitchen = new Kitchen();

    @Test
    void theStatusFollowsOnTheOpenPage() {
        Page sent = kitchen.as(Role.CREATOR)
                .get("/pins/new")
                .form("Submit for review")
                .fill("Title", "Watched")
                .choose("Board", "Easter recipes")
                .attach("Media", "tart.jpg", "image/jpeg", Kitchen.jpeg(Color.PINK))
                .submit();
        Pin pin = Kitchen.write(() -> Pin.findById(Long.valueOf(sent.path.substring("/pins/".length()))));
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.page.clock().install();
            browser.go("/pins/" + pin.id);
            assertThat(browser.page.locator("main .status")).hasText("In review");
            browser.page.evaluate("window.stayed = true");
            browser.page.clock().fastForward(11_000);
            assertThat(browser.page.locator("#stale")).isHidden();
            kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
            browser.page.clock().fastForward(11_000);
            assertThat(browser.page.locator("main .status")).hasText("Approved");
            // The box beside it still says that it waits.
            assertThat(browser.page.locator("#stale")).containsText("not as this page shows it any more");
            kitchen.verb(pin, Role.OWNER, (p, by, now) -> p.publishing(Publishing.SCHEDULED, false, now));
            browser.page.clock().fastForward(11_000);
            assertThat(browser.page.locator("main .status")).hasText("Scheduled");
            org.assertj.core.api.Assertions.assertThat(browser.page.evaluate("window.stayed"))
                    .isEqualTo(true);
            browser.mustBeAccessible();
            browser.shot("stale");
            browser.page.locator("#stale a").click();
            assertThat(browser.page.locator("#stale")).isHidden();
            org.assertj.core.api.Assertions.assertThat(browser.page.evaluate("window.stayed"))
                    .isNull();
        }
    }
}
