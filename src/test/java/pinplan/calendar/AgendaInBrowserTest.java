package pinplan.calendar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import pinplan.pin.PinStatus;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Screen;
import pinplan.team.Role;

/** A month as a phone reads it: day after day, each of them to be planned on. */
@QuarkusTest
class AgendaInBrowserTest {
    private static final String APRIL = "/calendar?view=month&on=2099-04-15";

    private final People people = People.fresh();

    private Browser at(Role role, Screen screen, String path) {
        Browser browser = Browser.open(screen).signedIn(people.signIn(role));
        browser.go(path);
        return browser;
    }

    @Test
    void everyDayOfAnEmptyMonthCanBePlannedOn() {
        try (Browser phone = at(Role.CREATOR, Screen.PHONE.withoutScript(), APRIL)) {
            List<Locator> ways = phone.page.locator(".day > .add:visible").all();
            assertThat(ways).hasSize(30);
            double last = 0;
            for (Locator way : ways) {
                var box = Browser.box(way);
                assertThat(box.height).isGreaterThanOrEqualTo(44);
                assertThat(box.y).isGreaterThanOrEqualTo(last);
                last = box.y + box.height;
            }
            ways.get(11).click();
            assertThat(phone.field("Publish date")).hasValue("2099-04-12");
        }
    }

    @Test
    void aDayCanBePlannedOnWhoseOwnPinsAreFilteredAway() {
        Planned plan = new Planned(people);
        plan.pin("Hidden by the filter", "2099-04-10T10:00");
        plan.as(PinStatus.APPROVED).pin("Shown", "2099-04-11T10:00");
        try (Browser phone = at(Role.CREATOR, Screen.PHONE, APRIL + "&status=approved")) {
            assertThat(phone.page.locator("[data-day='2099-04-10'] > .add")).isVisible();
            assertThat(phone.page.locator("[data-day='2099-04-10'] .load")).hasText("1 of 36");
            phone.mustBeAccessible().shot("agenda-filtered");
        }
    }

    @Test
    void whoMayNotPlanIsSparedDaysWithNothing() {
        try (Browser phone = at(Role.VIEWER, Screen.PHONE, APRIL)) {
            assertThat(phone.page.locator(".day:visible")).hasCount(0);
            phone.mustBeAccessible();
        }
    }
}
