package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Screen;

/** Whoever was signed out while typing loses nothing. */
@QuarkusTest
class SignedOutTest {
    private final People people = People.fresh();

    static Stream<Screen> screens() {
        return Stream.of(Screen.WIDE, Screen.PHONE.withoutScript());
    }

    @ParameterizedTest
    @MethodSource("screens")
    void whatWasTypedIsSentOnceMoreAfterSigningIn(Screen screen) {
        try (Browser browser = Browser.open(screen).signedIn(people.signIn(Role.CREATOR))) {
            browser.go("/pins/new");
            browser.fill("Title", "Typed for an hour").fill("Description", "And every word of it is needed.");
            QuarkusTransaction.requiringNew().run(() -> Session.endAll(people.member(Role.CREATOR)));
            browser.press("Save draft");
            assertThat(browser.heading()).isEqualTo("You are signed out");
            if (screen.runsScript()) {
                browser.mustBeAccessible();
            }
            browser.shot("signed-out");
            browser.signedIn(people.signIn(Role.CREATOR));
            browser.reload();
            assertThat(browser.heading()).isEqualTo("Typed for an hour");
            assertThat(browser.field("Description").inputValue()).isEqualTo("And every word of it is needed.");
        }
        assertThat(List.of(count())).containsExactly(1L);
    }

    private long count() {
        return ((Number) Session.getEntityManager()
                        .createNativeQuery("select count(*) from pin where workspace_id = ?1")
                        .setParameter(1, people.workspace.id)
                        .getSingleResult())
                .longValue();
    }
}
