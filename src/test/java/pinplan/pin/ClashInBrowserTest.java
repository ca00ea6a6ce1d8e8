package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** Two people at one pin, each in their own browser. */
@QuarkusTest
class ClashInBrowserTest {
    private static final String LONG = "A sentence that goes on until nobody knows how it began. ".repeat(8);

    private final Kitchen kitchen = new Kitchen();
    private final Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
    private final String they = kitchen.people.member(Role.APPROVER).name;

    private Browser open(Role role, Screen screen) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(role));
        browser.go("/pins/" + pin.id);
        return screen.runsScript() ? browser.awake() : browser;
    }

    @Test
    void clashOfTwoEditorsWithNothingLost() {
        try (Browser mine = open(Role.CREATOR, Screen.WIDE);
                Browser theirs = open(Role.APPROVER, Screen.WIDE)) {
            mine.fill("Title", "My title").fill("Alt text", "My slice").fill("Description", "Only mine.");
            theirs.fill("Title", "Their title")
                    .choose("Board", "Weeknight baking")
                    .fill("Alt text", "Their slice");
            theirs.press("Save draft");
            assertThat(theirs.page.locator(".flash")).containsText("Your changes are saved.");
            mine.press("Save draft");
            assertThat(mine.page.locator(".clash")).hasCount(2);
            mine.mustBeAccessible();
            assertThat(mine.page.locator("main [role=alert]").first()).containsText("changed the Board meanwhile");
            assertThat(mine.field("Title")).hasValue("My title");
            assertThat(mine.field("Alt text")).hasValue("My slice");
            assertThat(mine.page.locator(".clash .told"))
                    .hasText(new String[] {"My title", "Their title", "Lemon tart", "My slice", "Their slice", "A slice"
                    });
            mine.page.locator("#pick-title-theirs").check();
            mine.page.locator(".clash [id^=pick-alt][id$=yours]").check();
            mine.press("Save draft");
            assertThat(mine.page.locator(".flash")).containsText("Your changes are saved.");
            assertThat(mine.field("Title")).hasValue("Their title");
            assertThat(mine.field("Description")).hasValue("Only mine.");
            assertThat(mine.field("Alt text")).hasValue("My slice");
        }
        String saved = kitchen.read(
                pin,
                p -> String.join(
                        " / ",
                        p.title(),
                        p.description(),
                        p.board().name,
                        p.shots().get(0).altText));
        assertThat(saved).isEqualTo("Their title / Only mine. / Weeknight baking / My slice");
    }

    @Test
    void whatCanNotBeSavedAnyMoreIsThereToBeCopied() {
        Pin agreed = kitchen.approved("Lime tart");
        for (Screen screen : Screen.all()) {
            try (Browser mine = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR))) {
                kitchen.verb(agreed, Role.OWNER, (p, by, now) -> p.publishing(Publishing.PENDING, false, now));
                mine.go("/pins/" + agreed.id);
                mine.awake().fill("Title", "Mine").fill("Description", LONG);
                kitchen.verb(agreed, Role.OWNER, (p, by, now) -> p.publishing(Publishing.PUBLISHED, false, now));
                mine.press("Save draft");
                assertThat(mine.page.locator(".unsaved dd")).hasText(new String[] {"Mine", LONG});
                assertThat(mine.awake().page.locator(".unsaved button")).hasCount(2);
                assertThat(mine.page.locator(".unsaved button").first()).isVisible();
                mine.mustBeAccessible();
                mine.shot("unsaved");
            }
        }
    }

    @Test
    void aClashIsForEverybody() {
        for (Screen screen : Screen.all()) {
            look(screen);
            look(screen.withoutScript());
        }
    }

    private void look(Screen screen) {
        Pin before = Kitchen.write(() -> Pin.findById(pin.id));
        String title = before.title();
        try (Browser mine = open(Role.CREATOR, screen)) {
            // Something else each time: what is as it was is no clash.
            mine.fill("Title", "Lemon tart with a name that is nearly as long as it may be, for a screen of " + screen)
                    .fill("Description", LONG + "Mine, " + screen)
                    .fill("Destination link", "https://example.org/" + "mine-and-long-".repeat(20))
                    .fill("Publish time", "07:15")
                    .fill("Alt text", LONG + "Mine.")
                    .choose("Account", "Kitchen Garden")
                    .choose("Board", "Weeknight baking");
            mine.field("Media")
                    .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                            "mine.jpg", "image/jpeg", Kitchen.jpeg(java.awt.Color.CYAN)));
            kitchen.as(Role.APPROVER)
                    .get("/pins/" + pin.id)
                    .form("Save draft")
                    .fill("Title", title.endsWith("!") ? "Tart" : "Tart!")
                    .fill("Description", LONG + "Theirs, " + screen)
                    .fill("Destination link", "https://example.org/" + "theirs-" + screen)
                    .fill("Publish time", screen.runsScript() ? "08:30" : "08:45")
                    .fill("Alt text", "Theirs, " + screen)
                    .choose("Account", "Small Rooms")
                    .choose("Board", "Balcony ideas")
                    .attach("Media", "theirs.jpg", "image/jpeg", Kitchen.jpeg(java.awt.Color.RED))
                    .submit();
            mine.press("Save draft");
            assertThat(mine.page.locator(".clash")).not().hasCount(0);
            assertThat(mine.page.locator("main > .notice.bad")).hasCount(1);
            if (screen.runsScript()) {
                mine.mustBeAccessible();
                mine.shot("clash");
            }
            mine.page.locator(".clash input[id$=yours]").all().forEach(Locator::check);
            mine.press("Save draft");
            assertThat(mine.page.locator(".clash")).hasCount(0);
        }
    }
}
