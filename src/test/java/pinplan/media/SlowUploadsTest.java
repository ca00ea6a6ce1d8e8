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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.team.Role;

/** Many people at once send files over slow lines. */
@QuarkusTest
class SlowUploadsTest {
    private final People people = People.fresh();

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    /** It has begun and does not end. */
    private static Socket upload(String path, String token) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        String head = """
                POST %s HTTP/1.1
                Host: localhost:%d
                Origin: http://localhost:%2$d
                Sec-Fetch-Site: same-origin
                Cookie: pinplan=%s
                Content-Type: multipart/form-data; boundary=edge
                Content-Length: 5000000

                --edge
                Content-Disposition: form-data; name="media"; filename="a.jpg"
                Content-Type: image/jpeg

                half of a picture""".formatted(path, RestAssured.port, token);
        socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media", "/pins", "/pins/quick"})
    void othersGoOnWithTheirWork(String path) throws IOException {
        String token = people.signIn(Role.CREATOR);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int number = 0; number < connections + 5; number++) {
                slow.add(upload(path, token));
                assertThat(Pages.signedIn(token).get("/calendar").status)
                        .as("beside %d uploads", slow.size())
                        .isEqualTo(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
