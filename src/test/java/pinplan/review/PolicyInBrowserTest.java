package pinplan.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Member;
import pinplan.team.Role;

/** An admin sets up three steps, and people take them. */
@QuarkusTest
class PolicyInBrowserTest {
    private final Kitchen kitchen = new Kitchen();

    @Test
    void threeStepsWithOneAndWithAllOfThem() {
        Member mia = kitchen.people.another(Role.APPROVER);
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.ADMIN))) {
            browser.go("/settings/review");
            browser.awake();
            assertThat(step(browser, 2)).isVisible();
            assertThat(step(browser, 3)).isHidden();
            assertThat(step(browser, 1).locator(".people")).isHidden();
            step(browser, 2).getByLabel("Who").selectOption("These people");
            step(browser, 2).getByLabel("How many").selectOption("All of them");
            step(browser, 2).getByLabel(mia.name).check();
            step(browser, 2).getByLabel(kitchen.people.member(Role.ADMIN).name).check();
            step(browser, 3).getByLabel("Who").selectOption("Owners");
            browser.shot("policy").mustBeAccessible();
            browser.press("Save policy").awake();
            assertThat(browser.page.locator(".flash")).containsText("The policy is saved.");
        }
        Pin pin = kitchen.inReview("Three steps");
        approve(pin, kitchen.people.member(Role.APPROVER), mia.name);
        approve(pin, mia, "It waits for " + kitchen.people.member(Role.ADMIN).name);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        approve(pin, kitchen.people.member(Role.ADMIN), "Now an owner");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        approve(pin, kitchen.people.member(Role.OWNER), "The Owner");
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
    }

    @Test
    void onAPhoneToo() {
        Member mia = kitchen.people.another(Role.APPROVER);
        Kitchen.write(() -> Member.update(
                "name = ?1 where id = ?2",
                "Mia von und zu Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
                mia.id));
        try (Browser browser = Browser.open(Screen.PHONE).signedIn(kitchen.people.signIn(Role.ADMIN))) {
            browser.go("/settings/review");
            browser.awake();
            browser.shot("policy-first").mustBeAccessible();
            step(browser, 1).getByLabel("Who").selectOption("These people");
            browser.page.locator("#moves-WITHIN").check();
            browser.fill("Days", "5").press("Save policy").awake();
            assertThat(browser.page.locator(".error").first()).isVisible();
            browser.shot("policy-refused").mustBeAccessible();
        }
    }

    private static com.microsoft.playwright.Locator step(Browser browser, int number) {
        return browser.page.locator("#step" + number);
    }

    private void approve(Pin pin, Member by, String then) {
        try (Browser browser = Browser.open(Screen.PHONE).signedIn(kitchen.people.signIn(by))) {
            browser.go("/review");
            assertThat(browser.page.locator(".deck h2")).hasText("Three steps");
            browser.go("/pins/" + pin.id);
            browser.shot("steps").mustBeAccessible();
            browser.press("Approve");
            assertThat(browser.page.locator(".review-panel")).containsText(then);
        }
    }
}
