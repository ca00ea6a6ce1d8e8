package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Screen;
import pinplan.web.Open;

/** How people come in and what they see where they may not: axe finds nothing, nothing is wider than the screen. */
@QuarkusTest
class DoorsInBrowserTest {
    private static final String LONG =
            "Maximiliane-Friederike von Hohenstein-Wittelsbach zu Schwarzburg-Sondershausen the Elder of Both";

    /** A page that cannot be answered, as a fault of ours would make it. */
    @Path("/falls-over")
    @Open(why = "only tests have it")
    public static class FallsOver {
        @GET
        public String fall() {
            throw new IllegalStateException("Falls over for a test");
        }
    }

    @Inject
    Passwords passwords;

    @Inject
    Clock clock;

    static List<Screen> screens() {
        return Screen.all();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void theWayIn(Screen screen) {
        People people = People.fresh();
        try (Browser browser = Browser.open(screen)) {
            browser.go("/sign-in");
            browser.fill("Email", "nobody@team.example").fill("Password", "not the password");
            browser.press("Sign in");
            browser.page.locator(".error").waitFor();
            browser.mustBeAccessible().shot("door-wrong-password");

            browser.go("/invitations/" + invitation(people));
            browser.mustBeAccessible().shot("door-invitation");
            browser.fill("Your name", LONG).fill("Email", "x@y@z").fill("Password", "short");
            browser.page.evaluate("document.querySelector('main form').noValidate = true");
            browser.press("Join");
            browser.page.locator(".error").first().waitFor();
            browser.mustBeAccessible().shot("door-invitation-refused");

            browser.go("/invitations/guess");
            browser.mustBeAccessible().shot("door-invitation-gone");
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void theTeamWithLongNames(Screen screen) {
        People people = People.fresh();
        long mark = people.workspace.id;
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = clock.instant();
            Workspace workspace = Workspace.findById(mark);
            workspace.name = LONG;
            Member member = Member.called(
                    LONG,
                    "maximiliane-friederike-von-hohenstein-" + mark + "@" + "very-long-".repeat(12) + "team.example",
                    passwords.hash(People.PASSWORD),
                    now);
            Membership.begin(workspace, member, Role.ADMIN, now);
        });
        invitation(people);
        try (Browser browser = Browser.open(screen).signedIn(people.signIn(Role.OWNER))) {
            browser.go("/team");
            browser.mustBeAccessible();
            browser.press("Make an invitation link");
            browser.page.locator(".copy").waitFor();
            browser.mustBeAccessible().shot("door-team");

            browser.go("/account");
            browser.mustBeAccessible().shot("door-account");
            browser.fill("Current password", "not the password").fill("New password", "short");
            browser.press("Change password");
            browser.page.locator(".error").first().waitFor();
            browser.mustBeAccessible().shot("door-account-refused");
            browser.go("/settings/publer");
            browser.mustBeAccessible().shot("door-settings-publer");
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void whereNobodyMayOrNothingIs(Screen screen) {
        People people = People.fresh();
        try (Browser browser = Browser.open(screen).signedIn(people.signIn(Role.VIEWER))) {
            assertThat(browser.go("/settings/publer").status()).isEqualTo(403);
            browser.mustBeAccessible().shot("door-403");
            assertThat(browser.go("/pins/999999999").status()).isEqualTo(404);
            browser.mustBeAccessible().shot("door-404");
            assertThat(browser.go("/falls-over").status()).isEqualTo(500);
            assertThat(browser.page.content()).doesNotContain("IllegalState").doesNotContain("Falls over");
            browser.mustBeAccessible().shot("door-500");
        }
    }

    private static String invitation(People people) {
        return new TeamSamples.InvitationToken().in(people);
    }
}
