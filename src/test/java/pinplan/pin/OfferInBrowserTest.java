package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.Color;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.database.Clocks;
import pinplan.link.Destination;
import pinplan.support.Browser;
import pinplan.support.PictureServer;
import pinplan.support.Screen;
import pinplan.team.Role;

/** The page behind a link is looked at from the composer, and what became of it stands on its own page. */
@QuarkusTest
class OfferInBrowserTest {
    private final Kitchen kitchen = new Kitchen();
    private final String place = UUID.randomUUID().toString();

    @Inject
    Pages pages;

    @Inject
    Clocks clocks;

    @AfterEach
    void now() {
        clocks.reset();
    }

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void whatThePageSaysIsTakenOverAtAPress(Screen screen) {
        PictureServer.put(place + "/lemon-tart.jpg", Kitchen.jpeg(Color.YELLOW));
        String tart = PictureServer.page(
                place + "/tart",
                "<title>No-bake lemon tart</title><meta name=description content='Bright, quick, and made the day before.'>"
                        + "<meta property=og:image content=/" + place + "/lemon-tart.jpg>"
                        + "<meta property=og:image:alt content='A slice on a blue plate'>"
                        + "<img src=crust.jpg width=800 height=1200 alt='The crust'>");
        try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/pins/new");
            browser.awake();
            browser.fill("Destination link", "https://bit.ly/3tart");
            assertThat(browser.page.locator(".shortener")).containsText("bit.ly only sends people on");
            browser.shot("link-shortener");
            browser.fill("Title", "My own title");
            browser.fill("Destination link", tart);
            assertThat(browser.page.locator(".shortener")).hasCount(0);
            browser.press("Look at the page");
            Locator offer = browser.page.locator(".offer");
            assertThat(offer).containsText("No-bake lemon tart");
            assertThat(browser.field("Title")).hasValue("My own title");
            browser.mustBeAccessible();
            browser.shot("offer");
            browser.press("Take as title");
            assertThat(browser.field("Title")).hasValue("No-bake lemon tart");
            browser.press("Take as description");
            assertThat(browser.field("Description")).hasValue("Bright, quick, and made the day before.");
            browser.page.locator(".offer [name=takePicture]").first().click();
            assertThat(browser.page.locator(".shots input[name=shot]")).hasCount(1);
            assertThat(browser.field("Title")).hasValue("No-bake lemon tart");
            assertThat(browser.page.locator(".offer")).containsText("crust.jpg");
            browser.mustBeAccessible();
            browser.shot("offer-taken");
        }
    }

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void whatBecameOfThePageStandsWithIt(Screen screen) {
        Kitchen.write(() -> Destination.update("health.checkAt = null"));
        Kitchen.write(() -> Destination.getEntityManager()
                .createNativeQuery("delete from page_host")
                .executeUpdate());
        String tart = PictureServer.page(place + "/tart", "<title>Tart</title>");
        Pin pin = kitchen.draft("No-bake lemon tart", Role.CREATOR, kitchen.later(30));
        kitchen.verb(pin, Role.CREATOR, (one, by, now) -> one.edit(one.fields().leadingTo(tart), by, now));
        pages.one();
        clocks.shift(Duration.ofDays(7).plusMinutes(1));
        PictureServer.put(place + "/tart", 503, "", new byte[0]);
        pages.one();
        clocks.shift(Duration.ofHours(1));
        PictureServer.put(place + "/tart", 410, "", new byte[0]);
        pages.one();
        clocks.shift(Duration.ofHours(3));
        try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/pins/" + pin.id);
            browser.awake();
            assertThat(browser.page.locator("[data-link] .health")).containsText("not there any more (410)");
            browser.mustBeAccessible();
            browser.shot("link-gone");
            browser.go("/destinations");
            browser.mustBeAccessible();
            browser.shot("destinations-checked");
            browser.go("/destinations/" + kitchen.read(pin, one -> one.leads().destination().id));
            assertThat(browser.page.locator("details[open] .checks li")).hasCount(3);
            browser.mustBeAccessible();
            browser.shot("destination-checked");
        }
    }
}
