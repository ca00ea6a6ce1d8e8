package pinplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.support.Route;
import pinplan.team.Role;

/** What every answer says to the browser, whatever was asked. */
@QuarkusTest
class HeadersTest {
    private static final String CSP =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; font-src 'self'; media-src 'self' blob:; manifest-src 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    private final SoftAssertions all = new SoftAssertions();

    @Test
    void everyPageIsGuarded() {
        People people = People.fresh();
        for (Route route : Route.all()) {
            if (!route.safe()) {
                continue;
            }
            Response answer = route.send(people.as(Role.OWNER).sending(), route.filled(people));
            guarded(route.toString(), answer);
            if (route.needs().isPresent()) {
                all.assertThat(answer.header("Cache-Control"))
                        .as("%s is not for shared caches", route)
                        .containsAnyOf("no-store", "private");
            }
            if (String.valueOf(answer.contentType()).startsWith("text/html")) {
                all.assertThat(answer.header("Cache-Control")).as("%s", route).isEqualTo("no-store");
                all.assertThat(answer.contentType()).as("%s", route).isEqualToIgnoringCase("text/html;charset=UTF-8");
            }
        }
        all.assertAll();
    }

    @Test
    void filesAndErrorsAreGuarded() {
        for (String path : new String[] {
            "/css/base.css", "/css/pinplan.css", "/js/app.js", "/nothing/here", "/q/nothing", "/sign-in/"
        }) {
            guarded(path, Pages.anonymous().one(path));
        }
        guarded(
                "405",
                RestAssured.given().header("Sec-Fetch-Site", "same-origin").delete("/sign-in"));
        guarded("cross-site", RestAssured.given().post("/sign-in"));
        all.assertAll();
    }

    @Test
    void theDoorSaysItsLettersToo() {
        assertThat(Pages.anonymous().one("/sign-in").contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(Pages.anonymous().get("/sign-in").form("Sign in").send().contentType())
                .isEqualToIgnoringCase("text/html;charset=UTF-8");
    }

    @Test
    void errorsArePagesWithAWayBack() {
        page(Pages.anonymous().one("/nothing/here"), 404);
        page(RestAssured.given().header("Sec-Fetch-Site", "same-origin").delete("/sign-in"), 405);
        page(
                RestAssured.given()
                        .header("Sec-Fetch-Site", "same-origin")
                        .contentType("application/json")
                        .body("{}")
                        .post("/sign-in"),
                415);
        page(RestAssured.given().post("/sign-in"), 403);
        all.assertAll();
    }

    /** It is what stands in the address bar after a form was refused. */
    @Test
    void whoReopensARefusedFormIsLedToItsPage() {
        above("/pins/41/request-changes", "/pins/41");
        above("/pins/44/comments", "/pins/44");
        above("/g/abc/pins/43/approve", "/g/abc");
        above("/review/guests/5/revoke", "/review/guests");
        Response start = Pages.anonymous().one("/sign-out");
        assertThat(start.statusCode()).isEqualTo(405);
        assertThat(start.asString()).contains("Back to the start");
    }

    private static void above(String path, String page) {
        Response answer = Pages.anonymous().one(path);
        assertThat(answer.statusCode()).as(path).isIn(404, 405);
        assertThat(org.jsoup.Jsoup.parse(answer.asString()).select("main a").attr("href"))
                .as(path)
                .isEqualTo(page);
    }

    @Test
    void aBodyBeyondAllLimitsGetsAPageToo() throws IOException {
        assertThat(tooLarge())
                .startsWith("HTTP/1.1 413")
                .contains("Content-Security-Policy: " + CSP)
                .contains("too large");
    }

    @Test
    void httpsIsPinnedOnlyOnHttps() {
        assertThat(Pages.anonymous().one("/sign-in").header("Strict-Transport-Security"))
                .isNull();
    }

    private void page(Response answer, int status) {
        all.assertThat(answer.statusCode()).isEqualTo(status);
        all.assertThat(answer.contentType()).as("%s", status).startsWith("text/html");
        var page = org.jsoup.Jsoup.parse(answer.asString());
        all.assertThat(page.select("main h1").text()).as("%s", status).isNotEmpty();
        all.assertThat(page.select("main a[href=/]"))
                .as("%s has a way back", status)
                .isNotEmpty();
    }

    private void guarded(String what, Response answer) {
        all.assertThat(answer.header("Content-Security-Policy"))
                .as("CSP of %s (%s)", what, answer.statusCode())
                .satisfiesAnyOf(
                        csp -> assertThat(csp).isEqualTo(CSP),
                        csp -> assertThat(csp).contains("sandbox").contains("default-src 'none'"));
        all.assertThat(answer.headers().getValues("X-Content-Type-Options"))
                .as(what)
                .containsExactly("nosniff");
        all.assertThat(answer.headers().getValues("Referrer-Policy")).as(what).containsExactly("same-origin");
        all.assertThat(answer.statusCode()).as(what).isNotEqualTo(500);
        all.assertThat(answer.header("Server")).as(what).isNull();
        all.assertThat(answer.header("X-Powered-By")).as(what).isNull();
    }

    /** Only announced: the answer comes before the body would. */
    private static String tooLarge() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 300000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
