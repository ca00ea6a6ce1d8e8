package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Screen;
import pinplan.team.Role;

/** What a browser that has nothing yet asks for, the pictures of pins and the line that stays open aside. */
@QuarkusTest
class FirstVisitInBrowserTest {
    private final LocalDate on = LocalDate.now().plusMonths(1).withDayOfMonth(8);
    private final People people = People.fresh();
    private final List<Request> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"month", "week", "day", "list", "board", "timeline"})
    void isShort(String view) {
        Planned plan = new Planned(people);
        plan.pin("Lemon tart", on.atTime(9, 15).toString());
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(people.signIn(Role.CREATOR))) {
            browser.page.onRequestFinished(asked::add);
            browser.go("/calendar?view=%s&on=%s&board=%d".formatted(view, on, plan.board.id));
            browser.awake();
            asked.removeIf(request -> request.url().matches("data:.*|.*/(media/|live\\?).*"));
            assertThat(asked).extracting(Request::url).hasSizeLessThanOrEqualTo(10);
            int bytes = asked.stream()
                    .mapToInt(request -> request.sizes().responseBodySize)
                    .sum();
            assertThat(bytes).isBetween(10_000, 100_000);
        }
    }
}
