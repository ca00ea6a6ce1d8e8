package pinplan.calendar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.campaign.Colour;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** What runs above the days, at both widths, and that it is in nobody's way. */
@QuarkusTest
class StripInBrowserTest {
    private final Kitchen kitchen = new Kitchen();
    private final LocalDateTime at =
            kitchen.later(31).withDayOfMonth(10).withHour(14).withMinute(16);
    private final Planned plan = new Planned(kitchen.people);

    static List<Screen> screens() {
        return Screen.all();
    }

    private String day(int number) {
        return at.toLocalDate().withDayOfMonth(number).toString();
    }

    private void fill() {
        plan.of(plan.campaign(
                "Spring recipes",
                Colour.FERN,
                at.toLocalDate().withDayOfMonth(3),
                at.toLocalDate().withDayOfMonth(26)));
        plan.campaign(
                "A campaign without an end", Colour.BERRY, at.toLocalDate().minusDays(20), null);
        plan.moment("Easter Sunday", day(21), day(22), 12);
        plan.moment("Seed boxes", day(12), day(12), 0);
        plan.moment("The studio is closed for the whole week", day(9), day(13), null);
        for (int i = 0; i < 3; i++) {
            plan.moment("Market " + i, day(16), day(17), null);
        }
        for (int i = 1; i < 9; i++) {
            plan.pin("Pin " + i, at.withDayOfMonth(8 + i).toString());
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void isReadableAtEveryWidth(Screen screen) {
        fill();
        try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            for (String view : List.of("month", "week", "day", "timeline")) {
                browser.go("/calendar?view=" + view + "&on=" + day(10));
                browser.shot("strip-" + view);
                browser.mustBeAccessible();
                if (!view.equals("timeline")) {
                    browser.page
                            .locator(".strips a:visible")
                            .all()
                            .forEach(
                                    link -> assertThat(Browser.box(link).height).isGreaterThanOrEqualTo(24));
                }
            }
            browser.page.locator(".timeline th[scope=row] a").first().click();
            browser.shot("strip-moment");
            browser.mustBeAccessible();
            browser.press("Delete");
            browser.mustBeAccessible();
        }
    }

    @Test
    void aPinIsDraggedPastItAndNotIntoIt() {
        fill();
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR, at);
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/calendar?view=month&on=" + day(10));
            browser.awake();
            Locator chip = browser.page.locator("main [data-pin='" + pin.id + "']");
            BoundingBox from = Browser.box(chip);
            BoundingBox strip =
                    Browser.box(browser.page.locator(".strips .strip").first());
            browser.page.mouse().move(from.x + 20, from.y + 12);
            browser.page.mouse().down();
            browser.page.mouse().move(strip.x + 20, strip.y + 12);
            browser.page.mouse().move(strip.x + 24, strip.y + 12);
            assertThat(browser.page.locator(".ghost > p")).isEmpty();
            browser.page.mouse().up();
            LocalDateTime stays = kitchen.read(pin, p -> p.planned().local());
            assertThat(stays).isEqualTo(at);
            assertThat(browser.heading()).doesNotContain("Spring");
        }
    }

    @Test
    void aDayLeadsToANoteOnItAndTheKeyCToTheCampaigns() {
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/calendar?view=month&on=" + day(10));
            browser.awake();
            browser.page.keyboard().press("c");
            browser.page.waitForURL("**/calendar?view=timeline**");
            browser.go("/calendar?view=month&on=" + day(10));
            browser.awake();
            browser.page.locator("[data-day='" + day(15) + "'] > .add").click();
            browser.follow("Note or moment…");
            assertThat(browser.field("From")).hasValue(day(15));
            browser.field("Note").check();
            assertThat(browser.field("Lead window in days")).isHidden();
            browser.fill("Name", "Only here").press("Add to the calendar");
            assertThat(browser.page.locator(".strip.note")).containsText("Only here");
            assertThat(browser.page.url()).contains("view=month&on=" + day(10));
        }
    }
}
