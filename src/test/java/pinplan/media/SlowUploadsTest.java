package pinplan.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.guest.GuestSamples;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** Many people at once send something over slow lines. */
@QuarkusTest
class SlowUploadsTest {
    private final People people = People.fresh();

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    /** It has begun and does not end. */
    private static Socket begun(String path, String type, String begin, String token) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        String head = """
                POST %s HTTP/1.1
                Host: localhost:%d
                Origin: http://localhost:%2$d
                Sec-Fetch-Site: same-origin
                Cookie: pinplan=%s
                Content-Type: %s
                Content-Length: 60000

                %s""".formatted(path, RestAssured.port, token, type, begin);
        socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static final String FILE = """
            --edge
            Content-Disposition: form-data; name="media"; filename="a.jpg"
            Content-Type: image/jpeg

            half of a picture""";

    @ParameterizedTest
    @ValueSource(strings = {"/media", "/pins", "/pins/quick"})
    void othersGoOnWithTheirWork(String path) throws IOException {
        others(path, "multipart/form-data; boundary=edge", FILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/kept                    | application/json                  | {\"form\":",
                "/campaigns               | application/x-www-form-urlencoded | name=Eas",
                "/settings/words/snippets | application/x-www-form-urlencoded | text=half+of"
            })
    void soTheyDoBesideForms(String path, String type, String begin) throws IOException {
        others(path, type, begin);
    }

    @Test
    void soTheyDoBesideGuests() throws IOException {
        Kitchen kitchen = new Kitchen();
        Pin pin = kitchen.inReview("Apple tart");
        String link = "/g/" + GuestSamples.link(kitchen.people, List.of(pin)).text();
        others(link + "/kept", "application/json", "{\"form\":");
    }

    private void others(String path, String type, String begin) throws IOException {
        String token = people.signIn(Role.CREATOR);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int number = 0; number < connections + 5; number++) {
                slow.add(begun(path, type, begin, token));
                assertThat(Pages.signedIn(token).get("/calendar").status)
                        .as("beside %d of them", slow.size())
                        .isEqualTo(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
