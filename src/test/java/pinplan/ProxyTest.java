package pinplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.support.People;
import pinplan.team.Role;

/** Behind a proxy that ends TLS, set up as the README says. */
@QuarkusTest
@TestProfile(ProxyTest.Behind.class)
class ProxyTest {
    public static class Behind implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.enable-forwarded-host", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        }
    }

    private static RequestSpecification through(String host) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", host);
    }

    @ParameterizedTest
    @CsvSource({
        "pins.example, https://pins.example, 303",
        "pins.example, https://pins.example:443, 303",
        "pins.example:8443, https://pins.example:8443, 303",
        "pins.example:8443, https://pins.example, 403",
        "pins.example, https://pins.example:8443, 403",
        "pins.example, http://pins.example, 403",
        "pins.example, https://evil.example, 403",
    })
    void aFormOfOursIsKnownByItsOrigin(String host, String origin, int status) {
        assertThat(through(host).header("Origin", origin).post("/sign-out").statusCode())
                .isEqualTo(status);
    }

    /** Some proxies tell the scheme, and the port only in the plain Host header: it is lost on the way to us. */
    @ParameterizedTest
    @CsvSource({
        "https://pins.example:8443, same-origin, 303",
        "https://evil.example:8443, same-origin, 403",
        "https://pins.example:8443, cross-site, 403",
    })
    void wherePortIsLostTheBrowserHasJudgedIt(String origin, String site, int status) {
        assertThat(RestAssured.given()
                        .redirects()
                        .follow(false)
                        .header("Host", "pins.example:8443")
                        .header("X-Forwarded-Proto", "https")
                        .header("Origin", origin)
                        .header("Sec-Fetch-Site", site)
                        .post("/sign-out")
                        .statusCode())
                .isEqualTo(status);
    }

    private static Response signIn(RequestSpecification sending) {
        People people = People.fresh();
        return sending.header("Sec-Fetch-Site", "same-origin")
                .formParam("email", people.member(Role.CREATOR).email)
                .formParam("password", People.PASSWORD)
                .post("/sign-in");
    }

    /** Who guesses is slowed down by the address that the proxy saw, and nobody else behind that proxy is. */
    @Test
    void theProxyTellsWhoGuesses() {
        String guesser = "2001:db8:" + hextet() + ":" + hextet() + "::1";
        String neighbour = "2001:db8:" + hextet() + ":" + hextet() + "::1";
        for (int i = 0; i < 20; i++) {
            assertThat(guessFrom(guesser)).isEqualTo(422);
        }
        assertThat(guessFrom(guesser)).isEqualTo(429);
        assertThat(guessFrom("203.0.113.9, " + guesser))
                .as("what the guesser claims before it")
                .isEqualTo(429);
        assertThat(guessFrom("127.0.0.1, " + guesser))
                .as("that they are the proxy")
                .isEqualTo(429);
        assertThat(guessFrom(neighbour)).isEqualTo(422);
    }

    private static int guessFrom(String address) {
        return through("pins.example")
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Forwarded-For", address)
                .formParam("email", UUID.randomUUID() + "@team.example")
                .formParam("password", "a guess, and a wrong one")
                .post("/sign-in")
                .statusCode();
    }

    private static String hextet() {
        return Integer.toHexString(ThreadLocalRandom.current().nextInt(1, 0x10000));
    }

    @Test
    void onHttpsTheCookieIsBoundToHostAndHttps() {
        Response answer = signIn(through("pins.example"));
        assertThat(answer.statusCode()).isEqualTo(303);
        String cookie = answer.getHeaders().getValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("__Host-pinplan="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void onHttpsTheFlashIsSecureToo() {
        People people = People.fresh();
        Response answer = through("pins.example")
                .header("Sec-Fetch-Site", "same-origin")
                .cookie("__Host-pinplan", people.signIn(Role.OWNER))
                .formParam("because", "Closed")
                .post("/publishing/pause");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.getHeaders().getValues("Set-Cookie"))
                .anyMatch(value -> value.startsWith("flash=") && value.contains("Secure"));
    }

    @Test
    void anInvitationLeadsToTheAddressThatPeopleUse() {
        String token = People.fresh().signIn(Role.OWNER);
        String invited = through("pins.example:8443")
                .header("Sec-Fetch-Site", "same-origin")
                .cookie("__Host-pinplan", token)
                .formParam("role", "CREATOR")
                .post("/team/invitations")
                .getHeaders()
                .getValues("Set-Cookie")
                .stream()
                .filter(value -> value.startsWith("invited="))
                .map(value -> value.substring("invited=".length(), value.indexOf(';')))
                .findFirst()
                .orElseThrow();
        assertThat(through("pins.example:8443")
                        .cookie("__Host-pinplan", token)
                        .cookie("invited", invited)
                        .get("/team")
                        .asString())
                .contains("https://pins.example:8443/invitations/" + invited);
        assertThat(through("pins.example")
                        .cookie("__Host-pinplan", token)
                        .cookie("invited", invited)
                        .get("/team")
                        .asString())
                .contains("https://pins.example/invitations/" + invited);
    }

    @Test
    void onPlainHttpNeitherIsSaid() {
        Response answer = signIn(RestAssured.given().redirects().follow(false));
        assertThat(answer.getHeaders().getValues("Set-Cookie"))
                .anyMatch(value -> value.startsWith("pinplan=") && !value.contains("Secure"));
        assertThat(answer.header("Strict-Transport-Security")).isNull();
    }

    /** The cookie of the http address is worth nothing on https: somebody on the way may have set it. */
    @Test
    void aCookieOfPlainHttpOpensNothingOnHttps() {
        String token = People.fresh().signIn(Role.OWNER);
        assertThat(through("pins.example")
                        .cookie("pinplan", token)
                        .get("/calendar")
                        .statusCode())
                .isEqualTo(303);
        assertThat(through("pins.example")
                        .cookie("__Host-pinplan", token)
                        .get("/calendar")
                        .statusCode())
                .isEqualTo(200);
    }
}
