package pinplan.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** An approver at the desk, with keys alone. */
@QuarkusTest
class DeskInBrowserTest {
    private final Kitchen kitchen = new Kitchen();

    private Browser desk() {
        Browser browser = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.APPROVER));
        browser.go("/review");
        return browser.awake();
    }

    private static Locator marked(Browser desk) {
        return desk.page.locator(".current h2");
    }

    private static void press(Browser desk, String key) {
        desk.page.waitForNavigation(() -> desk.page.keyboard().press(key));
        desk.awake();
    }

    @Test
    void keysDecideOnTheMarkedPinAndNeverWhileOneTypes() {
        Pin first = kitchen.inReview("Apple tart");
        Pin second = kitchen.inReview("Basil pesto");
        Pin third = kitchen.inReview("Carrot cake");
        try (Browser desk = desk()) {
            assertThat(marked(desk)).hasText("Apple tart");
            desk.page.keyboard().press("k");
            assertThat(marked(desk)).hasText("Apple tart");
            desk.page.keyboard().press("j");
            assertThat(marked(desk)).hasText("Basil pesto");
            desk.shot("desk-keys").mustBeAccessible();
            desk.page.keyboard().press("r");
            desk.page.keyboard().type("Jak: a raw basil, please");
            desk.page.keyboard().press("Tab");
            press(desk, "Enter");
            assertThat(kitchen.status(second)).isEqualTo(PinStatus.CHANGES_REQUESTED);
            assertThat(kitchen.status(first)).isEqualTo(PinStatus.IN_REVIEW);
            assertThat(marked(desk)).hasText("Carrot cake");
            press(desk, "a");
            assertThat(kitchen.status(third)).isEqualTo(PinStatus.APPROVED);
            assertThat(kitchen.status(first)).isEqualTo(PinStatus.IN_REVIEW);
            // Behind the last there is none, and none that was passed over is decided on.
            assertThat(marked(desk)).hasCount(0);
            desk.page.keyboard().press("a");
            desk.page.keyboard().press("j");
            assertThat(marked(desk)).hasText("Apple tart");
            assertThat(kitchen.status(first)).isEqualTo(PinStatus.IN_REVIEW);
            press(desk, "c");
            assertThat(desk.page.url()).endsWith("/pins/" + first.id + "#comments");
        }
    }

    /** Not under the reader's hands: it says so, and leads there. */
    @Test
    void anOpenDeskSaysThatMoreWaits() {
        try (Browser desk = Browser.open(Screen.PHONE).signedIn(kitchen.people.signIn(Role.APPROVER))) {
            desk.page.clock().install();
            desk.go("/review");
            desk.awake();
            desk.page.clock().fastForward(11_000);
            assertThat(desk.page.locator("#stale")).isHidden();
            kitchen.inReview("Apple tart");
            desk.page.clock().fastForward(11_000);
            assertThat(desk.page.locator("#stale")).isVisible();
            assertThat(desk.page.locator("#waits")).hasText("1 waiting for you");
            desk.shot("desk-stale").mustBeAccessible();
            desk.page.locator("#stale a").click();
            assertThat(desk.page.locator(".deck h2")).hasText("Apple tart");
            assertThat(desk.page.locator("#stale")).isHidden();
        }
    }

    @Test
    void afterAnAnswerTheNextIsMarkedAndTicksStay() {
        List<Pin> pins = IntStream.range(0, 5)
                .mapToObj(number -> kitchen.inReview("Tart " + number))
                .toList();
        try (Browser desk = desk()) {
            desk.page.getByLabel("Select Tart 4").check();
            desk.page.getByLabel("Select Tart 0").check();
            desk.page.keyboard().press("j");
            desk.page.keyboard().press("j");
            press(desk, "a");
            assertThat(desk.page.locator(".flash"))
                    .containsText("You approved “Tart 2”. By mistake? You can take it back on its page. Open the pin");
            assertThat(desk.page.locator(".flash")).isInViewport();
            assertThat(marked(desk)).hasText("Tart 3");
            assertThat(marked(desk)).isInViewport();
            desk.shot("desk-next").mustBeAccessible();
            press(desk, "a");
            assertThat(marked(desk)).hasText("Tart 4");
            for (int number : new int[] {0, 1, 4}) {
                assertThat(kitchen.status(pins.get(number))).isEqualTo(PinStatus.IN_REVIEW);
            }
            desk.press("Approve selected (2)").awake();
            assertThat(desk.page.locator(".deck h2")).hasText("Tart 1");
        }
    }

    /** Below the bar that stays, above the pin that is next; it goes away with the page, or once it is closed. */
    @Test
    void onAPhoneWhatWasSaidIsSeenAndCoversNothing() {
        IntStream.range(0, 3).forEach(number -> kitchen.inReview("Tart " + number));
        try (Browser desk = Browser.open(Screen.PHONE).signedIn(kitchen.people.signIn(Role.APPROVER))) {
            desk.go("/review");
            desk.awake();
            desk.page.waitForNavigation(() -> desk.page
                    .locator(".deck > .card")
                    .nth(1)
                    .locator("button.primary")
                    .click());
            desk.awake();
            Locator said = desk.page.locator(".flash");
            assertThat(said).containsText("You approved “Tart 1”.");
            assertThat(said).isInViewport();
            assertThat((Boolean) said.evaluate("""
                    said => [...said.querySelectorAll('span, a, button')].every(each => {
                      const {left, top, width, height} = each.getBoundingClientRect();
                      return each.contains(document.elementFromPoint(left + width / 2, top + height / 2));
                    })""")).isTrue();
            assertThat(said.evaluate("said => getComputedStyle(said).position")).isEqualTo("relative");
            // How many wait stands beside the picture of its tab, not on it.
            assertThat((Boolean) desk.page.locator(".nav > a[href='/review']").evaluate("""
                    tab => tab.getBoundingClientRect().left + parseFloat(getComputedStyle(tab, '::after').left)
                      >= tab.querySelector('.icon').getBoundingClientRect().right - 1"""))
                    .isTrue();
            assertThat(marked(desk)).hasText("Tart 2");
            assertThat(Browser.box(said).y).isLessThan(Browser.box(marked(desk)).y);
            desk.shot("desk-said").mustBeAccessible();
            desk.page.getByLabel("Close this message").click();
            assertThat(said).hasCount(0);
            assertThat(marked(desk)).isInViewport();
        }
    }

    @Test
    void ticksStayWhileOneTurnsThePage() {
        IntStream.range(0, 15).forEach(number -> kitchen.inReview("Tart " + number));
        try (Browser desk = desk()) {
            assertThat(desk.page.locator("#several button")).isDisabled();
            desk.page.getByLabel("Select Tart 0").check();
            assertThat(desk.page.locator("#several button")).isEnabled();
            desk.go("/review?page=2");
            desk.awake();
            desk.page.getByLabel("Select Tart 13").check();
            desk.go("/review");
            desk.awake();
            assertThat(desk.page.getByLabel("Select Tart 0")).isChecked();
            desk.press("Approve selected (1)").awake();
            assertThat(desk.page.locator(".flash")).containsText("You approved 1 pin.");
            desk.go("/review?page=2");
            desk.awake();
            assertThat(desk.page.locator("#several button")).hasText("Approve selected (1)");
            desk.go("/review");
            desk.awake();
            desk.page.getByText("Select these 12").click();
            desk.awake();
            assertThat(desk.page.locator("#several button")).hasText("Approve selected (12)");
            desk.page.getByLabel("Select Tart 3").uncheck();
            desk.page.reload();
            desk.awake();
            assertThat(desk.page.locator("#several button")).hasText("Approve selected (11)");
        }
    }

    @Test
    void anEmptyRequestStaysOnTheDesk() {
        kitchen.inReview("Apple tart");
        try (Browser desk = desk()) {
            desk.press("Request changes");
            assertThat(desk.page.locator("textarea:invalid")).isFocused();
            assertThat(desk.page.url()).endsWith("/review");
        }
    }

    @Test
    void onAPhoneWhatShipsComesBeforeTheDecision() {
        Pin pin = kitchen.inReview("Apple tart");
        for (Screen screen : Screen.all()) {
            try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.APPROVER))) {
                browser.go("/pins/" + pin.id);
                Locator panel = browser.page.locator(".review-panel");
                assertThat(panel.locator(".pin-preview ~ * button.primary")).hasText("Approve");
                double preview = Browser.box(panel.locator(".pin-preview")).y;
                assertThat(preview).isLessThanOrEqualTo(Browser.box(browser.button("Approve")).y);
                browser.awake().shot("pin-decide").mustBeAccessible();
            }
        }
    }

    /** Who leans on a key has looked at one pin, and not at those that come after it. */
    @Test
    void aKeyThatIsHeldDecidesOnce() {
        Pin first = kitchen.inReview("Apple tart");
        Pin second = kitchen.inReview("Basil pesto");
        try (Browser desk = desk()) {
            desk.page.waitForNavigation(() -> desk.page.keyboard().down("a"));
            desk.awake();
            assertThat(marked(desk)).hasText("Basil pesto");
            // Down again without having been up: that is what a held key sends.
            desk.page.keyboard().down("a");
            desk.page.keyboard().up("a");
            assertThat(marked(desk)).hasText("Basil pesto");
            assertThat(kitchen.status(first)).isEqualTo(PinStatus.APPROVED);
            assertThat(kitchen.status(second)).isEqualTo(PinStatus.IN_REVIEW);
        }
    }

    @Test
    void thirtyPinsAreApprovedByOneKey() {
        List<Pin> pins = IntStream.range(0, 30)
                .mapToObj(number -> kitchen.inReview("Tart " + number))
                .toList();
        try (Browser desk = desk()) {
            for (int pressed = 0; pressed < pins.size(); pressed++) {
                press(desk, "a");
            }
            assertThat(desk.page.locator("main")).containsText("Nothing to review");
        }
        for (Pin pin : pins) {
            assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        }
    }

    @Test
    void aRequestPointsAtASpotOnThePicture() {
        Pin pin = kitchen.inReview("Apple tart");
        try (Browser desk = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.APPROVER))) {
            desk.go("/pins/" + pin.id);
            desk.awake();
            desk.unfold("Point at a field or a spot");
            Locator picture = desk.page.locator("form[action$=request-changes] .spot-on");
            var box = Browser.box(picture);
            picture.click(new Locator.ClickOptions().setPosition(box.width / 4, box.height / 2));
            assertThat(desk.page.locator("form[action$=request-changes] [data-told]"))
                    .hasText("The spot is 25 % from the left and 50 % from the top.");
            picture.press("ArrowRight");
            assertThat(desk.page.locator("form[action$=request-changes] [data-told]"))
                    .hasText("The spot is 27 % from the left and 50 % from the top.");
            // To the pixel, whatever that is in thousandths of the picture as it is shown.
            String left = desk.page
                    .locator("form[action$=request-changes] [name=spotX]")
                    .inputValue();
            desk.fill("What should change", "This crumb").choose("It is about", "Media");
            desk.shot("pointing").mustBeAccessible();
            desk.press("Request changes").awake();
            assertThat(desk.page.locator(".review-panel .tag")).hasText("About: Media");
            assertThat(desk.page.locator(".pointed circle")).hasAttribute("cx", left);
            desk.shot("pointed").mustBeAccessible();
        }
    }

    @Test
    void manyAreApprovedAtOnceWithTwoExceptions() {
        List<Pin> pins = IntStream.range(0, 6)
                .mapToObj(number -> kitchen.inReview("Tart " + number))
                .toList();
        try (Browser desk = desk()) {
            desk.follow("Select these 6").awake();
            desk.page.getByLabel("Select Tart 1").uncheck();
            desk.page.getByLabel("Select Tart 4").uncheck();
            // Meanwhile somebody changes one of those that are ticked.
            kitchen.verb(pins.get(5), Role.CREATOR, Pin::withdraw);
            desk.shot("desk-several").mustBeAccessible();
            desk.press("Approve selected (4)").awake();
            assertThat(desk.page.locator(".flash"))
                    .containsText("You approved 3 pins. 1 pin could not be approved: “Tart 5”");
            assertThat(desk.page.locator(".deck h2")).hasCount(2);
        }
        for (int number : new int[] {0, 2, 3}) {
            assertThat(kitchen.status(pins.get(number))).isEqualTo(PinStatus.APPROVED);
        }
        for (int number : new int[] {1, 4}) {
            assertThat(kitchen.status(pins.get(number))).isEqualTo(PinStatus.IN_REVIEW);
        }
        assertThat(kitchen.status(pins.get(5))).isEqualTo(PinStatus.DRAFT);
    }

    @Test
    void whoeverWantsNoKeysSwitchesThemOff() {
        Pin pin = kitchen.inReview("Apple tart");
        try (Browser desk = desk()) {
            desk.page.keyboard().press("?");
            desk.page.getByLabel("Single keys work in this browser").uncheck();
            desk.press("Close");
            desk.page.keyboard().press("a");
            desk.page.keyboard().press("c");
            assertThat(desk.page.url()).endsWith("/review");
            assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        }
    }
}
