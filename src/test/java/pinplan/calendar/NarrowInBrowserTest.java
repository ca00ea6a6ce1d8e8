package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.campaign.Colour;
import pinplan.pin.PinStatus;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Screen;
import pinplan.team.Role;

/** Where a day has little room its pins still say what they are, each within itself, and no word goes on in the next line. */
@QuarkusTest
class NarrowInBrowserTest {
    private static final String WORD = "Rhabarberbaisertortenbodenbackanleitung";

    /** What is written beyond the edge of its chip, and words that go on below. */
    private static final String WRONG = """
            word => [...document.querySelectorAll('.chip:not(.there)')].flatMap(chip => {
              const edge = chip.getBoundingClientRect().right;
              const lines = place => {
                const range = document.createRange();
                range.selectNodeContents(place);
                return [...range.getClientRects()];
              };
              const out = [...chip.querySelectorAll('.status, .chip-time')]
                .filter(place => place.checkVisibility() && lines(place).some(line => line.right > edge + 1));
              const title = chip.querySelector('.chip-title');
              const broken = title.textContent === word && !chip.closest('.tray') && lines(title).length > 1 ? [title] : [];
              return [...out, ...broken].map(place => place.outerHTML);
            })""";

    private final People people = People.fresh();

    @ParameterizedTest
    @ValueSource(ints = {800, 961, 1_024, 1_130, 1_250, 1_440})
    void aChipKeepsToItself(int width) {
        Planned plan = new Planned(people);
        plan.of(plan.campaign(WORD + " and a name that goes on", Colour.PLUM));
        for (PinStatus status : PinStatus.values()) {
            int day = 2 + status.ordinal() % 4;
            String at = "2099-12-0%dT11:%02d".formatted(day, 5 * status.ordinal());
            plan.as(status).pin(status.ordinal() % 2 == 0 ? WORD : "Plum crumble", at);
        }
        try (Browser browser = Browser.open(new Screen(width, 900, true)).signedIn(people.signIn(Role.CREATOR))) {
            for (String view : List.of("month", "week")) {
                browser.go("/calendar?view=" + view + "&on=2099-12-02");
                assertThat((List<?>) browser.page.evaluate(WRONG, WORD))
                        .as(view)
                        .isEmpty();
                browser.mustBeAccessible().shot("narrow-" + view);
            }
        }
    }
}
