package pinplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoUpgradeTest {
    /** The body of such a request would be held in memory. */
    @Test
    void whoAsksForAnotherProtocolIsAnsweredInThisOne() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/sign-in"))
                .build();
        HttpResponse<Void> answer = client.send(page, HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }
}
