package pinplan.activity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** Somebody asks what happened to a pin, finds the line, takes it all away as a file, and has it checked. */
@QuarkusTest
class ActivityInBrowserTest {
    private final Kitchen kitchen = new Kitchen();

    @Inject
    Sealing sealing;

    static java.util.List<Screen> screens() {
        return Screen.all();
    }

    private Pin changedAfterApproval() {
        Pin pin = kitchen.approved("Lemon tart");
        String text = "Bright and quick, with a crust that holds. ".repeat(8).strip();
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            PinFields was = p.fields();
            p.edit(
                    new PinFields(
                            "Lime tart",
                            text,
                            "https://example.org/" + "a-very-long-path-without-a-break".repeat(4),
                            kitchen.rooms,
                            kitchen.balcony,
                            null,
                            was.plannedFor().plusDays(2),
                            was.shots()),
                    by,
                    now);
        });
        kitchen.verb(pin, Role.CREATOR, Pin::submit);
        return kitchen.verb(
                pin, Role.APPROVER, (p, by, now) -> p.requestChanges("The picture is the old one.", by, now));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void aLineIsFoundTakenAwayAndChecked(Screen screen) throws IOException {
        Pin pin = changedAfterApproval();
        sealing.tick();
        try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.OWNER))) {
            browser.go("/pins/" + pin.id);
            browser.follow("With what it was before");
            Locator lines = browser.page.locator(".activity tbody tr");
            assertThat(lines).hasCount(6);
            assertThat(lines.nth(2)).containsText("Lemon tart → Lime tart");
            browser.mustBeAccessible().mustBeQuiet();
            browser.shot("activity-pin-" + screen);
            browser.choose("About", "Review").press("Show");
            assertThat(lines).hasCount(5);
            assertThat(browser.page.getByText("Of the pin")).isVisible();
            Download file = browser.page.waitForDownload(() -> browser.follow("Export as CSV"));
            assertThat(Files.readString(file.path())).contains("The picture is the old one.");
            if (screen.runsScript()) {
                browser.press("Check that it is whole");
                assertThat(browser.page.getByText("6 lines are sealed, and none was changed or taken away."))
                        .isVisible();
            }
            browser.shot("activity-" + screen);
            browser.mustBeAccessible().mustBeQuiet();
        }
    }
}
