package pinplan.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.support.Browser;
import pinplan.support.Keyboard;
import pinplan.support.People;
import pinplan.support.Pictures;
import pinplan.support.Screen;
import pinplan.team.Role;

/** From an idea to an approval with no hand on a mouse. */
@QuarkusTest
class KeyboardInBrowserTest {
    /** As the browser's own fields are typed in the language that it runs in. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMddyyyy", Locale.ENGLISH);

    @TempDir
    Path folder;

    private final Kitchen kitchen = new Kitchen();

    private Keyboard signIn(Browser browser, Role role) {
        Keyboard keys = new Keyboard(browser.page);
        browser.go("/sign-in");
        keys.to("Email").type(kitchen.people.member(role).email);
        keys.to("Password").type(People.PASSWORD);
        browser.page.waitForNavigation(() -> keys.press("Enter"));
        browser.awake();
        return keys;
    }

    @Test
    void aPinIsPlannedSubmittedMovedAndApprovedByKeyboardAlone() throws Exception {
        LocalDateTime at = kitchen.later(40).withHour(9).withMinute(15);
        Path photo = Files.write(folder.resolve("tart.jpg"), Pictures.jpeg(1000, 1500));
        try (Browser browser = Browser.open(Screen.WIDE)) {
            Keyboard keys = signIn(browser, Role.CREATOR);
            browser.page.waitForNavigation(() -> keys.press("n"));
            keys.to("Title").type("Lemon tart");
            keys.to("Description").type("Twelve slices, no oven.");
            keys.to("Destination link").type("https://example.org/tart");
            keys.to("Account").type("Kitchen");
            keys.to("Board").type("Easter");
            keys.to("Publish date").type(DATE.format(at));
            keys.to("Publish time").type("0915AM");
            keys.file("Media", photo);
            keys.to("Alt text").type("A slice on a plate");
            keys.open("Submit for review");
            assertThat(browser.status()).isEqualTo("In review");
            moved(browser, keys, at);
            keys.open("Sign out");
        }
        try (Browser browser = Browser.open(Screen.WIDE)) {
            Keyboard keys = signIn(browser, Role.APPROVER);
            keys.open("Review");
            keys.open("Lemon tart");
            keys.open("Approve");
        }
        Pin pin = QuarkusTransaction.requiringNew()
                .call(() -> Pin.<Pin>find("workspace", kitchen.people.workspace).singleResult());
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.APPROVED);
        LocalDateTime planned = kitchen.read(pin, p -> p.planned().local());
        assertThat(planned).isEqualTo(at.plusDays(1).truncatedTo(ChronoUnit.MINUTES));
    }

    private static void moved(Browser browser, Keyboard keys, LocalDateTime at) {
        browser.go("/calendar?view=month&on=" + at.toLocalDate());
        browser.awake();
        do {
            keys.press("Tab");
        } while (browser.page.locator("[data-pin]:focus").count() == 0);
        keys.press("Control+Shift+ArrowRight");
        assertThat(browser.page.locator("#said")).containsText("“Lemon tart” moved:");
    }
}
