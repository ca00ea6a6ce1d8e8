package pinplan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.SetupToken;

/** The first minutes of a newcomer, looked at: the link from the console, the demo, and each of those one can be in it. */
@QuarkusTest
@TestProfile(FirstRunInBrowserTest.Unused.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstRunInBrowserTest {
    public static class Unused implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("pinplan.data", "target/test-data-first-run");
        }
    }

    private static final List<String> PAGES = List.of(
            "/calendar", "/calendar?view=list", "/review", "/campaigns", "/boards", "/media", "/publishing", "/team");

    @Inject
    SetupToken setup;

    @Inject
    Clock clock;

    static List<Screen> screens() {
        return Screen.all();
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("screens")
    void theLinkFromTheConsole(Screen screen) {
        try (Browser browser = Browser.open(screen)) {
            assertThat(browser.go("/").url()).endsWith("/sign-in");
            browser.mustBeAccessible().shot("first-sign-in");
            assertThat(browser.go("/setup?token=guess").status()).isEqualTo(404);
            browser.mustBeAccessible().shot("first-wrong-link");
            browser.go("/setup?token=" + setup.issue(clock.instant()).text());
            browser.mustBeAccessible().shot("first-setup");
            browser.fill("Your name", "Ada").fill("Email", "ada").fill("Password", "password1234");
            browser.page.evaluate("document.querySelectorAll('main form').forEach(form => form.noValidate = true)");
            browser.press("Set up for real");
            browser.page.locator(".error").first().waitFor();
            assertThat(browser.field("Your name").inputValue()).isEqualTo("Ada");
            browser.mustBeAccessible().shot("first-setup-refused");
        }
    }

    @Order(2)
    @Test
    void theDemoIsOnePressAway() {
        try (Browser browser = Browser.open(Screen.WIDE.withoutScript())) {
            browser.go("/setup?token=" + setup.issue(clock.instant()).text());
            browser.press("Explore with demo data");
            assertThat(browser.heading()).isEqualTo("Sign in");
        }
    }

    @Order(3)
    @ParameterizedTest
    @MethodSource("screens")
    void everyoneSeesTheDemo(Screen screen) {
        for (String role : List.of("owner", "creator", "approver", "viewer")) {
            try (Browser browser = Browser.open(screen)) {
                browser.go("/sign-in");
                browser.press("Enter as " + role);
                assertThat(browser.page.url()).contains("/calendar");
                for (String page : PAGES) {
                    assertThat(browser.go(page).status()).isEqualTo(200);
                    browser.mustBeQuiet().shot("demo-" + role + page.replaceAll("[^a-z]+", "-"));
                }
                browser.go("/calendar?view=list");
                browser.page.locator("main a[href^='/pins/']").first().click();
                browser.mustBeAccessible().shot("demo-" + role + "-pin");
            }
        }
        try (Browser browser = Browser.open(screen)) {
            browser.go("/sign-in");
            browser.mustBeAccessible().shot("demo-sign-in");
            browser.press("Enter as owner");
            // On a phone the days of the month before are not shown.
            browser.page.locator("main .chip:visible").first().waitFor();
            browser.mustBeAccessible();
        }
    }
}
