package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.link.LinkRules;
import pinplan.link.Tagging;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;
import pinplan.team.Workspace;
import pinplan.web.Errors;

/** What becomes of a link is said while it is being typed, and a page shows all that leads to it. */
@QuarkusTest
class LinkInBrowserTest {
    private static final String TAGS =
            "utm_source=pinterest\nutm_campaign={campaign}\nutm_term={board}\nutm_content=pin-{pin}";

    private final Kitchen kitchen = new Kitchen();
    private final LocalDateTime first = kitchen.later(20).withHour(9).withMinute(0);

    private void rules() {
        Kitchen.write(() -> {
            Workspace workspace = Workspace.locked(kitchen.people.workspace);
            LinkRules.of(workspace).set(workspace, Tagging.read("tags", TAGS, false, new Errors()), 7, "");
            return null;
        });
    }

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void aLinkIsFollowedWhileItIsTyped(Screen screen) {
        rules();
        Pin tart = kitchen.approved("No-bake lemon tart", first);
        kitchen.draft("A second one, some weeks later", Role.CREATOR, first.plusDays(24));
        try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/pins/new");
            browser.awake();
            browser.fill("Title", "Lemon tart, the second way");
            browser.fill("Destination link", "https://www.example.org/tart/#recipe");
            Locator ships = browser.page.locator(".ships .final");
            assertThat(ships).hasText("https://www.example.org/tart/?utm_source=pinterest#recipe");
            browser.choose("Board", "Weeknight baking");
            assertThat(ships)
                    .hasText("https://www.example.org/tart/?utm_source=pinterest&utm_term=weeknight-baking#recipe");
            Locator reason = browser.field("Why it may be closer");
            assertThat(reason).isHidden();
            browser.fill("Publish date", first.plusDays(4).toLocalDate().toString());
            browser.fill("Publish time", "09:00");
            assertThat(browser.page.locator(".near")).containsText("4 days after “No-bake lemon tart”");
            assertThat(reason).isVisible();
            browser.mustBeAccessible();
            browser.shot("link-close");
            browser.fill("Publish date", first.plusDays(8).toLocalDate().toString());
            assertThat(browser.page.locator(".near")).hasCount(0);
            assertThat(reason).isHidden();
            browser.go("/destinations/" + kitchen.read(tart, pin -> pin.leads().destination().id));
            browser.mustBeAccessible();
            browser.shot("destination");
            browser.go("/pins/" + tart.id + "/duplicate");
            browser.mustBeAccessible();
            browser.shot("duplicate");
            browser.go("/destinations");
            browser.mustBeAccessible();
            browser.shot("destinations");
        }
        try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.ADMIN))) {
            browser.go("/settings/links");
            browser.mustBeAccessible();
            browser.shot("link-rules");
            browser.go("/destinations/" + kitchen.read(tart, pin -> pin.leads().destination().id));
            browser.mustBeAccessible();
            browser.shot("destination-admin");
        }
    }
}
