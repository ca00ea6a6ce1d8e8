package pinplan.calendar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.campaign.Colour;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Screen;
import pinplan.team.Role;

/** What stands above the days: short on a phone with all of it in reach, and still wherever colours change. */
@QuarkusTest
class HeadInBrowserTest {
    /** Its week has a name of two months. */
    private static final String ON = "&on=2099-12-02";

    private final People people = People.fresh();
    private final Planned plan = new Planned(people);

    private void fill() {
        for (int i = 0; i < 14; i++) {
            var board = plan.board(plan.account, "Board " + i + " has a rather long name, as some boards do");
            plan.of(plan.campaign("Campaign " + i, Colour.values()[i % Colour.values().length]))
                    .pin("Pin " + i, "2099-12-02T10:%02d".formatted(i), board);
        }
    }

    private Browser at(Screen screen, String path) {
        Browser browser = Browser.open(screen).signedIn(people.signIn(Role.CREATOR));
        browser.go(path);
        return browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"month", "week", "day", "list", "board", "timeline"})
    void leavesAPhoneToTheDays(String view) {
        fill();
        String path = "/calendar?view=" + view + ON + "&status=draft&q=Pin&board=" + plan.board.id;
        try (Browser phone = at(Screen.PHONE, path)) {
            Locator head = phone.page.locator(".calendar-head");
            assertThat(Browser.box(head).height).isLessThanOrEqualTo(170);
            assertThat(head.locator(".segments a:visible")).hasCount(View.values().length);
            assertThat(head.locator(".steps a:visible")).hasCount(view.equals("board") ? 0 : 3);
            assertThat(head.locator(".primary")).hasText("New pin");
            assertThat(head.locator(".find > summary .badge")).hasText("3");
            phone.mustBeAccessible().shot("head-" + view);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void unfoldsTheRestBelowItself(boolean script) {
        fill();
        Screen screen = script ? Screen.PHONE : Screen.PHONE.withoutScript();
        try (Browser phone = at(screen, "/calendar?view=month" + ON + "&status=draft")) {
            Locator filters = phone.page.locator(".find > summary").first();
            double before = Browser.box(filters).y;
            filters.click();
            assertThat(phone.field("Campaign")).isVisible();
            assertThat(phone.page.locator(".active-filters a")).isVisible();
            assertThat(Browser.box(filters).y).isEqualTo(before);
            filters.click();
            assertThat(phone.field("Campaign")).isHidden();
            assertThat(phone.page.locator(".active-filters a")).isHidden();
            assertThat(phone.page.locator(".legend")).isHidden();
            phone.page.locator(".head-rest > summary").click();
            assertThat(phone.page.locator(".legend a").first()).isVisible();
            if (script) {
                phone.mustBeAccessible().shot("head-rest");
            }
            phone.follow("Add a note or moment");
            assertThat(phone.heading()).contains("note");
        }
    }

    @Test
    void showsTheColoursWhereThereIsRoomAndMovesNothingForThem() {
        fill();
        try (Browser wide = at(Screen.WIDE, "/calendar?view=month" + ON)) {
            assertThat(wide.page.locator(".legend a:visible")).hasCount(4);
            double bar = Browser.box(wide.page.locator(".head-facts")).y;
            double filter = Browser.box(wide.page.locator(".find").first()).y;
            wide.go("/calendar?view=list" + ON + "&colour=board");
            assertThat(wide.page.locator(".legend a:visible")).hasCount(14);
            assertThat(Browser.box(wide.page.locator(".head-facts")).y).isEqualTo(bar);
            assertThat(Browser.box(wide.page.locator(".find").first()).y).isEqualTo(filter);
            wide.mustBeAccessible().shot("head-colours");
        }
    }
}
