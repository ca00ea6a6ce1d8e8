package pinplan.change;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.MouseButton;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Member;
import pinplan.team.Role;

/** The workspace's zone and the viewer's own, as people see them. */
@QuarkusTest
class ZoneInBrowserTest {
    private final Kitchen kitchen = new Kitchen();

    static List<Screen> screens() {
        return Screen.all();
    }

    private Member elsewhere() {
        Member member = kitchen.people.another(Role.ADMIN);
        QuarkusTransaction.requiringNew().run(() -> {
            Member fresh = Member.findById(member.id);
            fresh.clockHours = 12;
            fresh.zone = ZoneId.of("Asia/Tokyo");
        });
        return member;
    }

    @ParameterizedTest
    @MethodSource("screens")
    void theZoneIsAskedAboutChangedAndTakenBack(Screen screen) {
        kitchen.draft(
                "In a moment, and a title that is as long as titles of pins tend to be",
                Role.CREATOR,
                kitchen.later(0).plusHours(2));
        for (int day = 1; day < 7; day++) {
            kitchen.approved("Lemon tart " + day, kitchen.later(day).with(LocalTime.of(9, day)));
        }
        try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.ADMIN))) {
            browser.go("/settings");
            browser.mustBeAccessible();
            browser.shot("settings-calendar");
            browser.choose("Time zone", "Asia/Tokyo").press("Save settings");
            browser.mustBeAccessible();
            browser.shot("zone-asks");
            browser.press("Keep clock times");
            assertThat(browser.page.locator(".flash")).containsText("6 pins ahead keep their clock time");
            browser.shot("zone-kept");
            browser.press("Undo");
            assertThat(browser.page.locator(".flash")).containsText("in Europe/Berlin again");
            browser.go("/changes");
            browser.mustBeAccessible();
            browser.shot("zone-history");
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void whoIsElsewhereReadsTheirTimeOnTheirClock(Screen screen) {
        Pin pin = kitchen.draft(
                "Lemon tart", Role.CREATOR, kitchen.later(0).plusDays(1).with(LocalTime.of(19, 15)));
        try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(elsewhere()))) {
            browser.go("/pins/" + pin.id);
            browser.mustBeAccessible();
            browser.shot("pin-elsewhere");
            browser.go("/calendar?view=list");
            browser.mustBeAccessible();
            browser.shot("list-elsewhere");
            browser.go("/calendar?view=week&on=" + kitchen.later(1).toLocalDate());
            browser.mustBeAccessible();
            browser.shot("week-twelve");
        }
    }

    @Test
    void theMenuTellsTheViewersOwnTime() {
        Pin pin = kitchen.draft(
                "Lemon tart", Role.CREATOR, kitchen.later(0).plusDays(1).with(LocalTime.of(19, 15)));
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(elsewhere()))) {
            browser.go("/calendar?view=month&on=" + kitchen.later(1).toLocalDate());
            Locator chip = browser.page.locator("[data-pin=\"" + pin.id + "\"]");
            assertThat(chip.locator("time")).hasText("7:15 PM");
            chip.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
            assertThat(browser.page.locator(".menu")).containsText("for you (Asia/Tokyo)");
            browser.mustBeAccessible();
            browser.shot("menu-elsewhere");
            // All of it is reached by the arrows, there and around.
            browser.page.keyboard().press("ArrowUp");
            assertThat(browser.page.locator(".menu > :focus")).containsText("for you");
            browser.page.keyboard().press("ArrowDown");
            assertThat(browser.page.locator(".menu > :focus")).hasText("Open");
        }
    }
}
