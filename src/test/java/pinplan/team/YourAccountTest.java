package pinplan.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;

/** What somebody changes of themself, and where they are signed in. */
@QuarkusTest
class YourAccountTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final People people = People.fresh();

    @ParameterizedTest
    @EnumSource(Role.class)
    void itIsReachedFromOnesOwnNameByEverybody(Role role) {
        Page page = people.as(role).get("/calendar").follow("Your account");
        assertThat(page.heading()).isEqualTo("Your account");
        assertThat(page.value("Name")).isEqualTo(people.member(role).name);
        assertThat(page.value("Email")).isEqualTo(people.member(role).email);
    }

    @Test
    void anotherNameIsShownAndWrittenDown() {
        Member member = people.another(Role.CREATOR);
        Page saved = Pages.signedIn(people.signIn(member))
                .get("/account")
                .form("Save name")
                .fill("Name", "  Noor <b>van Dijk</b> ")
                .submit();
        assertThat(saved.says("Your name is saved.")).isTrue();
        assertThat(now(member).name).isEqualTo("Noor <b>van Dijk</b>");
        assertThat(people.as(Role.VIEWER).get("/activity").text())
                .contains(member.name + " changed their name")
                .contains("Noor <b>van Dijk</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\u0000b"})
    void aNameThatIsNoneIsRefused(String name) {
        Member member = people.another(Role.CREATOR);
        Page refused = Pages.signedIn(people.signIn(member))
                .get("/account")
                .form("Save name")
                .fill("Name", name)
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Name")).isNotEmpty();
        assertThat(now(member).name).isEqualTo(member.name);
    }

    @Test
    void anotherEmailAsksForThePasswordAndGetsOneIn() {
        Member member = people.another(Role.CREATOR);
        String chosen = "new-" + member.email;
        Pages theirs = Pages.signedIn(people.signIn(member));
        Page unproven = email(theirs, chosen, "");
        assertThat(unproven.error("Your password")).isEqualTo("Type your password.");
        Page refused = email(theirs, chosen, "not the password");
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Your password")).isEqualTo("This is not your password.");
        assertThat(refused.value("Email")).isEqualTo(chosen);
        await().untilAsserted(
                        () -> assertThat(people.as(Role.ADMIN).get("/activity").text())
                                .contains(member.name + " was refused at their account: the password was not right"));
        assertThat(now(member).email).isEqualTo(member.email);
        Page changed = email(theirs, chosen, People.PASSWORD);
        assertThat(changed.says("You sign in with " + chosen + " from now on.")).isTrue();
        assertThat(signIn(chosen)).isEqualTo(303);
        assertThat(people.as(Role.ADMIN).get("/activity").text())
                .contains(member.name + " changed their email")
                .doesNotContain(member.email)
                .doesNotContain(chosen);
        assertThat(people.as(Role.CREATOR).get("/activity").says("changed their email"))
                .isFalse();
    }

    @Test
    void anEmailOfSomebodyElseIsRefusedToWhomKnowsTheirPassword() {
        Member member = people.another(Role.CREATOR);
        Pages theirs = Pages.signedIn(people.signIn(member));
        String taken = People.fresh().member(Role.OWNER).email.toUpperCase(Locale.ROOT);
        assertThat(email(theirs, taken, "a guess").error("Email")).isNull();
        Page refused = email(theirs, taken, People.PASSWORD);
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Email")).isEqualTo("Someone else signs in with this email. Choose another.");
        assertThat(email(theirs, "nobody at all", People.PASSWORD).error("Email"))
                .contains("not an email address");
        assertThat(email(theirs, member.email, People.PASSWORD).error("Email"))
                .isEqualTo("This is already your email.");
        String louder = member.email.toUpperCase(Locale.ROOT);
        assertThat(email(theirs, louder, People.PASSWORD).status).isEqualTo(200);
        assertThat(now(member).email).isEqualTo(louder);
    }

    @Test
    void ofTwoWhoChooseTheSameAtOnceOneGetsIt() throws Exception {
        String wanted = "wanted-" + people.another(Role.CREATOR).email;
        List<Callable<Response>> both = List.of(wanting(wanted), wanting(wanted));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Integer> answers;
        try {
            answers = pool.invokeAll(both).stream()
                    .map(YourAccountTest::status)
                    .sorted()
                    .toList();
        } finally {
            pool.shutdownNow();
        }
        assertThat(answers).containsExactly(303, 422);
    }

    private Callable<Response> wanting(String email) {
        var form = Pages.signedIn(people.signIn(people.another(Role.CREATOR)))
                .get("/account")
                .form("Change email")
                .fill("Email", email)
                .fill("Your password", People.PASSWORD);
        return form::send;
    }

    private static int status(Future<Response> answer) {
        try {
            return answer.get().statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSamePasswordIsNoChange() {
        Page page = people.as(Role.VIEWER)
                .get("/account")
                .form("Change password")
                .fill("Current password", People.PASSWORD)
                .fill("New password", People.PASSWORD)
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("New password")).isEqualTo("This is already your password. Choose another.");
    }

    @Test
    void oneBrowserIsSignedOutAndOthersStay() {
        Member member = people.another(Role.CREATOR);
        Pages there = Pages.anonymous();
        there.sending()
                .header("User-Agent", FIREFOX)
                .formParam("email", member.email)
                .formParam("password", People.PASSWORD)
                .post("/sign-in")
                .getDetailedCookies()
                .asList()
                .forEach(cookie -> there.set(cookie.getName(), cookie.getValue()));
        Pages third = Pages.signedIn(people.signIn(member));
        Pages here = Pages.signedIn(people.signIn(member));
        Page page = here.get("/account");
        assertThat(page.document.select("#sessions ~ ul li"))
                .hasSize(3)
                .filteredOn(line -> line.text().contains("this one"))
                .hasSize(1);
        String firefox = page.document
                .select("#sessions ~ ul li:contains(Firefox on Linux) button")
                .text();
        Page after = page.form(firefox).submit();
        assertThat(after.says("That browser is signed out.")).isTrue();
        assertThat(after.says("Firefox on Linux")).isFalse();
        assertThat(in(there)).isFalse();
        assertThat(in(third)).isTrue();
        assertThat(page.form(firefox).submit().says("That browser is signed out already."))
                .isTrue();
        assertThat(after.form("Sign out everywhere else").submit().says("only in this browser"))
                .isTrue();
        assertThat(in(third)).isFalse();
        assertThat(in(here)).isTrue();
        Page alone = here.get("/account");
        assertThat(alone.hasButton("Sign out everywhere else")).isFalse();
        alone.form("Sign out here").submit();
        assertThat(in(here)).isFalse();
        assertThat(people.as(Role.ADMIN).get("/activity").text())
                .contains(member.name + " signed out another browser", member.name + " signed out every other browser");
    }

    @Test
    void nobodySignsOutSomebodyElse() {
        Pages creator = people.as(Role.CREATOR);
        String session = QuarkusTransaction.requiringNew()
                .call(() -> Session.<Session>find("member", people.member(Role.CREATOR))
                        .firstResult()
                        .id
                        .toString());
        Page refused = people.as(Role.OWNER)
                .get("/account")
                .at("/account/sign-out")
                .set("session", session)
                .submit();
        assertThat(refused.says("signed out already")).isTrue();
        assertThat(in(creator)).isTrue();
    }

    private static Page email(Pages by, String email, String password) {
        return by.get("/account")
                .form("Change email")
                .fill("Email", email)
                .fill("Your password", password)
                .submit();
    }

    private static int signIn(String email) {
        return Pages.anonymous()
                .get("/sign-in")
                .form("Sign in")
                .fill("Email", email)
                .fill("Password", People.PASSWORD)
                .send()
                .statusCode();
    }

    private static boolean in(Pages pages) {
        return pages.one("/").header("Location").endsWith("/calendar");
    }

    private static Member now(Member member) {
        return QuarkusTransaction.requiringNew().call(() -> Member.findById(member.id));
    }
}
