package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;

@QuarkusTest
class SignInTest {
    @Test
    void theStartPointsToSignIn() {
        Page page = Pages.anonymous().get("/");
        assertThat(page.path).isEqualTo("/sign-in");
        assertThat(page.status).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Sign in");
    }

    @Test
    void theRightPasswordOpensTheCalendar() {
        People people = People.fresh();
        Pages pages = Pages.anonymous();
        var answer = pages.get("/sign-in")
                .form("Sign in")
                .fill("Email", people.member(Role.CREATOR).email.toUpperCase())
                .fill("Password", People.PASSWORD)
                .send();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/calendar");
        String cookie = answer.header("Set-Cookie");
        assertThat(cookie)
                .startsWith("pinplan=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .containsIgnoringCase("path=/");
        assertThat(pages.one("/").header("Location")).endsWith("/calendar");
    }

    @Test
    void aWrongPasswordKeepsWhatWasTyped() {
        Page page = Pages.anonymous()
                .get("/sign-in?next=/boards")
                .form("Sign in")
                .fill("Email", "nobody@team.example")
                .fill("Password", "not this one at all")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.value("Email")).isEqualTo("nobody@team.example");
        assertThat(page.error("Password")).isEqualTo("Email or password is not right.");
        assertThat(page.document.select("input[name=next]").val()).isEqualTo("/boards");
    }

    @Test
    void anOldCookieAfterSigningOutIsWorthNothing() {
        People people = People.fresh();
        String token = people.signIn(Role.OWNER);
        Pages pages = Pages.signedIn(token);
        assertThat(pages.one("/").header("Location")).endsWith("/calendar");
        var out = pages.sending().post("/sign-out");
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(Pages.signedIn(token).one("/").header("Location")).endsWith("/sign-in");
    }
}
