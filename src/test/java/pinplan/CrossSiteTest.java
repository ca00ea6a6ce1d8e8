package pinplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import pinplan.support.People;
import pinplan.support.Route;
import pinplan.team.Role;

/** Every route that changes something, asked for by a page of another site in a signed-in browser. */
@QuarkusTest
class CrossSiteTest {
    /** They look at no session, but at a key of their own; MailsTest says what the second does. */
    private static final List<String> KEYED = List.of("/sandbox/publer/", "/unsubscribe/");

    @Test
    void noRouteIsMovedFromOutside() {
        People people = People.fresh();
        String token = people.signIn(Role.OWNER);
        SoftAssertions all = new SoftAssertions();
        List<Route> unsafe = Route.all().stream()
                .filter(route -> !route.safe() && KEYED.stream().noneMatch(route.path()::startsWith))
                .toList();
        assertThat(unsafe).isNotEmpty();
        for (Route route : unsafe) {
            String path = route.filled(people);
            for (Map<String, String> headers : foreign()) {
                Response answer = route.send(with(token, headers), path);
                all.assertThat(answer.statusCode())
                        .as("%s with %s", route, headers)
                        .isEqualTo(403);
                all.assertThat(answer.asString())
                        .as("%s with %s", route, headers)
                        .contains("another site");
            }
        }
        all.assertAll();
    }

    @Test
    void aBrowserOnOurPageMay() {
        for (Map<String, String> headers : List.of(
                Map.of("Sec-Fetch-Site", "same-origin"),
                Map.of("Sec-Fetch-Site", "none"),
                Map.of("Origin", ours(0)),
                Map.of("Sec-Fetch-Site", "same-origin", "Origin", ours(0)))) {
            assertThat(with("", headers).post("/sign-out").statusCode())
                    .as("%s", headers)
                    .isEqualTo(303);
        }
    }

    /** Nobody was told to believe a proxy: whoever says to be one is not believed. */
    @Test
    void aForwardedHostThatNobodyTrustsMakesNothingOurs() {
        Map<String, String> claimed = Map.of(
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "https",
                "Forwarded",
                "host=evil.example;proto=https",
                "Origin",
                "https://evil.example");
        assertThat(with("", claimed).post("/sign-out").statusCode()).isEqualTo(403);
    }

    private static List<Map<String, String>> foreign() {
        return List.of(
                Map.of(),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "https://evil.example"),
                Map.of("Origin", "null"),
                Map.of("Origin", ours(1)),
                Map.of("Origin", ours(0).replace("http", "https")),
                Map.of("Sec-Fetch-Site", "same-origin", "Origin", "https://evil.example"),
                Map.of("Sec-Fetch-Site", "cross-site", "Origin", ours(0)));
    }

    private static String ours(int portsAway) {
        return RestAssured.baseURI + ":" + (RestAssured.port + portsAway);
    }

    private static RequestSpecification with(String token, Map<String, String> headers) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .cookie("pinplan", token)
                .headers(headers);
    }
}
