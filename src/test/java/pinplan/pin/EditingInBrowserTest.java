package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** Two people at one pin see that they are. */
@QuarkusTest
class EditingInBrowserTest {
    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);

    private final Kitchen kitchen = new Kitchen();
    private final Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
    private final String they = kitchen.people.member(Role.APPROVER).name;

    private Browser open(Role role, Screen screen) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(role));
        browser.go("/pins/" + pin.id);
        return browser.awake();
    }

    @Test
    void whoElseIsEditingIsShownAndGoes() {
        try (Browser mine = open(Role.CREATOR, Screen.WIDE);
                Browser theirs = open(Role.APPROVER, Screen.PHONE)) {
            Locator said = mine.page.locator(".editing");
            assertThat(said).isEmpty();
            theirs.field("Title").pressSequentially("L");
            assertThat(said).hasText(they + " is editing this pin too", SOON);
            mine.mustBeAccessible();
            mine.shot("editing");
            assertThat(theirs.page.locator(".editing")).isEmpty();
            mine.field("Title").pressSequentially("M");
            assertThat(theirs.page.locator(".editing"))
                    .hasText(kitchen.people.member(Role.CREATOR).name + " is editing this pin too", SOON);
            theirs.shot("editing");
            theirs.press("Save draft");
            assertThat(said).hasText("", SOON);
        }
    }
}
