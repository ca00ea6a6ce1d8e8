package pinplan.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HealthTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    Ticks ticks;

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready"})
    void saysOnlyUp(String path) {
        given().when().get(path).then().statusCode(200).body(equalTo("{\"status\":\"UP\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/openapi", "/q/dev", "/q/health/started", "/q/arc/beans"})
    void nothingElseIsOnThePagesPort(String path) {
        given().redirects().follow(false).when().get(path).then().statusCode(oneOf(303, 404));
    }

    @Test
    void aMissingTickIsNotReadyButAlive() {
        ticks.require("test", Duration.ofMinutes(50));
        given().get("/q/health/ready").then().statusCode(503).body("status", equalTo("DOWN"));
        given().get("/q/health/live").then().statusCode(200);
        ticks.beat("test", Instant.EPOCH);
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void detailsAndMetricsAreOnTheManagementPort() {
        ticks.beat("test", Instant.EPOCH);
        given().get(management.resolve("health/ready")).then().statusCode(200).body(containsString("Ticks"));
        given().get(management.resolve("metrics"))
                .then()
                .statusCode(200)
                .body(containsString("pinplan_tick_age_seconds{tick=\"test\"}"));
    }
}
