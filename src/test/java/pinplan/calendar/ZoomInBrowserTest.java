package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.campaign.Campaign;
import pinplan.campaign.Colour;
import pinplan.pin.PinStatus;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Screen;
import pinplan.team.Role;

/** Enlarged to the double, a wide screen has half as many pixels each way: nothing that one could use or read is gone. */
@QuarkusTest
class ZoomInBrowserTest {
    private static final Screen DOUBLED = new Screen(Screen.WIDE.width() / 2, Screen.WIDE.height() / 2, true);

    /** Each link, button, field and chip that is seen, after everything folded away is opened; the neighbours' days aside, and
     * an hour's own way to a new pin, where its day has one. */
    private static final String THINGS = """
            () => {
              document.querySelectorAll('details').forEach(each => each.open = true);
              document.querySelector('#more-nav:not(:popover-open)[popover]')?.showPopover?.();
              const seen = el => el.checkVisibility({ visibilityProperty: true }) && !el.closest('.out, dialog, .fold');
              const words = el => el.labels?.[0]?.textContent ?? el.getAttribute('aria-label') ?? el.textContent;
              return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, .load, .status, .chip-title')]
                .filter(seen)
                .map(el => `${el.tagName} ${words(el).replace(/\\s+/g, ' ').replace(/ at \\d\\d:\\d\\d$/, '').trim()}`);
            }""";

    private final LocalDate on = LocalDate.now().plusMonths(1).withDayOfMonth(8);
    private final People people = People.fresh();

    @ParameterizedTest
    @ValueSource(strings = {"month", "week", "day", "list", "board"})
    void nothingIsLost(String view) {
        Planned plan = new Planned(people);
        Campaign easter = plan.campaign("Easter baking", Colour.AMBER);
        plan.of(easter);
        for (int i = 0; i < 12; i++) {
            plan.as(PinStatus.values()[i % PinStatus.values().length])
                    .pin("Pin " + i, on.plusDays(i % 5).atTime(8 + i % 3, i).toString());
        }
        plan.as(PinStatus.DRAFT).pin("No time yet", null);
        String path = "/calendar?view=%s&on=%s&board=%d".formatted(view, on, plan.board.id);
        Set<String> whole = things(Screen.WIDE, path);
        Set<String> lost = new HashSet<>(whole);
        lost.removeAll(things(DOUBLED, path));
        assertThat(whole).hasSizeGreaterThan(40);
        assertThat(lost).isEmpty();
    }

    private Set<String> things(Screen screen, String path) {
        try (Browser browser = Browser.open(screen).signedIn(people.signIn(Role.CREATOR))) {
            browser.go(path);
            browser.mustBeAccessible().shot("zoom");
            return new HashSet<>(((List<?>) browser.page.evaluate(THINGS))
                    .stream().map(Object::toString).toList());
        }
    }
}
