package pinplan.autosave;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;
import pinplan.team.Session;

/** Whatever ends a page while one types, nothing of it is lost. */
@QuarkusTest
class AutosaveInBrowserTest {
    private static final Pattern KEPT = Pattern.compile("Kept [0-9]{2}:[0-9]{2}");

    private final Kitchen kitchen = new Kitchen();
    private final Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
    private final String here = "/pins/" + pin.id;

    static List<Screen> screens() {
        return Screen.all();
    }

    private Browser open(Screen screen, String path) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR));
        browser.go(path);
        return screen.runsScript() ? browser.awake() : browser;
    }

    private static Locator said(Browser browser) {
        return browser.page.locator(".autosaved");
    }

    private static Locator offer(Browser browser) {
        return browser.page.getByText("that was not saved.");
    }

    @ParameterizedTest
    @MethodSource("screens")
    void autosaveAfterAKilledTab(Screen screen) {
        try (Browser mine = open(screen, here)) {
            mine.fill("Title", "Lemon tart, and a title typed for an hour").fill("Description", "Every word of it.");
            mine.field("Media").setInputFiles(new FilePayload("lime.jpg", "image/jpeg", Kitchen.jpeg(Color.GREEN)));
            assertThat(said(mine)).hasText(KEPT);
            mine.shot("autosave-kept");
            mine.crash();
        }
        try (Browser again = open(screen, here)) {
            assertThat(offer(again)).containsText("have to be chosen again: lime.jpg.");
            assertThat(again.field("Title")).hasValue("Lemon tart");
            again.mustBeAccessible();
            again.shot("autosave-offer");
            again.follow("Bring it back");
            assertThat(again.field("Title")).hasValue("Lemon tart, and a title typed for an hour");
            assertThat(again.field("Description")).hasValue("Every word of it.");
            again.awake().shot("autosave-brought");
            again.press("Save draft");
            assertThat(again.page.locator(".flash")).containsText("Your changes are saved.");
            assertThat(offer(again)).hasCount(0);
            again.reload();
            assertThat(offer(again)).hasCount(0);
        }
    }

    @Test
    void aTabClosedAtOnceAndOneThatWasOpenedWithoutScript() {
        try (Browser mine = open(Screen.WIDE, "/pins/new")) {
            mine.fill("Title", "Closed at once");
            mine.page.close(new Page.CloseOptions().setRunBeforeUnload(false));
            // The browser goes on when a tab is closed, and sends what the tab gave it to send.
            offeredWithoutScript();
        }
    }

    private void offeredWithoutScript() {
        try (Browser again = open(Screen.PHONE.withoutScript(), "/pins/new")) {
            again.page.waitForCondition(() -> {
                again.reload();
                return offer(again).count() > 0;
            });
            again.follow("Bring it back");
            assertThat(again.field("Title")).hasValue("Closed at once");
            again.press("Save draft");
            assertThat(again.page.locator("h1")).hasText("Closed at once");
            again.go("/pins/new");
            assertThat(offer(again)).hasCount(0);
        }
    }

    @Test
    void anEndedSession() {
        try (Browser mine = open(Screen.PHONE, here)) {
            mine.field("Title").fill("Before it ended");
            assertThat(said(mine)).hasText(KEPT);
            QuarkusTransaction.requiringNew().run(() -> Session.endAll(kitchen.people.member(Role.CREATOR)));
            mine.fill("Description", "After it ended");
            assertThat(said(mine)).containsText("you are signed out");
            mine.mustBeAccessible();
            mine.shot("autosave-signed-out");
            assertThat(mine.field("Description")).hasValue("After it ended");
            mine.press("Save draft");
            assertThat(mine.page.locator("h1")).hasText("You are signed out");
            assertThat(mine.page.getByText("Sign in in a new tab"))
                    .hasAttribute("href", "/sign-in?next=%2Fpins%2F" + pin.id);
        }
        try (Browser again = Browser.open(Screen.WIDE)) {
            again.go("/sign-in?next=" + here);
            again.fill("Email", kitchen.people.member(Role.CREATOR).email);
            again.fill("Password", pinplan.support.People.PASSWORD).press("Sign in");
            again.follow("Bring it back");
            assertThat(again.field("Title")).hasValue("Before it ended");
        }
    }

    @Test
    void itGoesOnAfterSigningInElsewhere() {
        try (Browser mine = open(Screen.WIDE, here)) {
            QuarkusTransaction.requiringNew().run(() -> Session.endAll(kitchen.people.member(Role.CREATOR)));
            mine.fill("Title", "Typed while signed out");
            assertThat(said(mine)).containsText("you are signed out");
            mine.signedIn(kitchen.people.signIn(Role.CREATOR));
            // As a tab that is looked at again.
            mine.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            assertThat(said(mine)).hasText(KEPT);
            mine.fill("Title", "Lemon tart");
            assertThat(said(mine)).isEmpty();
            mine.reload();
            assertThat(offer(mine)).hasCount(0);
        }
    }

    @Test
    void anothersChangeIsNeverOverwritten() {
        try (Browser mine = open(Screen.WIDE, here)) {
            mine.fill("Title", "Mine");
            assertThat(said(mine)).hasText(KEPT);
            mine.page.close();
        }
        kitchen.as(Role.APPROVER)
                .get(here)
                .form("Save draft")
                .fill("Title", "Theirs")
                .submit();
        try (Browser again = open(Screen.PHONE, here)) {
            again.follow("Bring it back");
            assertThat(again.page.locator(".clash .told")).hasText(new String[] {"Mine", "Theirs", "Lemon tart"});
            again.awake().mustBeAccessible();
            again.shot("autosave-clash");
            again.page.locator("#pick-title-yours").check();
            again.press("Save draft");
            assertThat(again.page.locator(".flash")).containsText("Your changes are saved.");
            assertThat(again.field("Title")).hasValue("Mine");
        }
    }

    @Test
    void campaignsAndComments() {
        try (Browser mine = open(Screen.WIDE, "/campaigns/new")) {
            mine.fill("Name", "Easter").fill("Brief", "Eggs, and what goes with them.");
            assertThat(said(mine)).hasText(KEPT);
            mine.go(here);
            mine.awake().fill("Comment", "Which lemons are these?");
            assertThat(said(mine)).hasText(KEPT);
            mine.page.close();
        }
        try (Browser again = open(Screen.PHONE, "/campaigns/new")) {
            again.follow("Bring it back");
            assertThat(again.field("Brief")).hasValue("Eggs, and what goes with them.");
            again.awake().mustBeAccessible();
            again.shot("autosave-campaign");
        }
        try (Browser again = open(Screen.WIDE, here)) {
            again.follow("Bring it back");
            assertThat(again.field("Comment")).hasValue("Which lemons are these?");
            again.shot("autosave-comment");
            again.go(here);
            again.press("Discard");
            again.page.locator("dialog .danger").click();
            assertThat(again.page.locator(".flash")).containsText("discarded");
            assertThat(offer(again)).hasCount(0);
        }
    }

    @Test
    void aGuestLinkWithoutItsPasscode() {
        Pin shown = kitchen.inReview("Apple tart");
        try (Browser mine = links(Screen.WIDE)) {
            mine.fill("Passcode", "open-sesame")
                    .fill("Who it is for", "The bakery")
                    .fill("Days", "12");
            mine.page.locator("summary:has-text('Choose pins')").click();
            mine.page.locator("#pin-" + shown.id).check();
            mine.page.locator("#approves").check();
            assertThat(said(mine)).hasText(KEPT);
            mine.page.close();
        }
        assertThat(told()).contains("The bakery").doesNotContain("passcode", "open-sesame");
        try (Browser again = links(Screen.PHONE)) {
            assertThat(again.field("Who it is for")).hasValue("");
            again.follow("Bring it back");
            assertThat(again.field("Who it is for")).hasValue("The bakery");
            assertThat(again.field("Days")).hasValue("12");
            assertThat(again.field("Passcode")).hasValue("");
            assertThat(again.page.locator("#pin-" + shown.id)).isChecked();
            assertThat(again.page.locator("#approves")).isChecked();
            assertThat(again.page.locator("#brought")).containsText("The passcode is not kept");
            again.awake().mustBeAccessible().shot("autosave-guest-link");
            again.press("Make the link");
            assertThat(again.page.locator("#made-link")).isVisible();
            assertThat(offer(again)).hasCount(0);
        }
    }

    private Browser links(Screen screen) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.APPROVER));
        browser.go("/review/guests");
        return browser.awake();
    }

    /** All that is kept of what the approver typed. */
    private String told() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Kept.getEntityManager()
                        .createNativeQuery("select fields from kept where member_id = ?1 and not over", String.class)
                        .setParameter(1, kitchen.people.member(Role.APPROVER).id)
                        .getResultList()
                        .toString());
    }

    @Test
    void aDraftTypedOnTheCalendarIsOfferedInTheComposer() {
        try (Browser mine = open(Screen.WIDE, "/calendar?view=month")) {
            mine.page.locator("[data-day]:not([data-past]) > .add").first().click();
            mine.page.locator("#quick-title").fill("Typed on the calendar");
            assertThat(said(mine)).hasText(KEPT);
            mine.page.close();
        }
        try (Browser again = open(Screen.WIDE, "/pins/new")) {
            again.follow("Bring it back");
            assertThat(again.field("Title")).hasValue("Typed on the calendar");
        }
    }
}
