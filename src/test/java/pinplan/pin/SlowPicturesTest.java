package pinplan.pin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.awt.Color;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import pinplan.support.Pages;
import pinplan.support.PictureServer;
import pinplan.team.Role;

/** Many people at once wait for servers elsewhere. */
@QuarkusTest
class SlowPicturesTest {
    /** All have come to where they wait by the last of them. */
    private static final int LOOKS = 5;

    private final Kitchen kitchen = new Kitchen();
    private final String place = UUID.randomUUID().toString();

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    /** Chooses one from the library, with the address of another typed. */
    private Socket add(Long media, String imageUrl, String token) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        String body = """
                --edge
                Content-Disposition: form-data; name="action"

                add-%d
                --edge
                Content-Disposition: form-data; name="imageUrl"

                %s
                --edge
                Content-Disposition: form-data; name="imagePlace"

                library
                --edge--
                """.formatted(media, imageUrl).replace("\n", "\r\n");
        String head = """
                POST /pins HTTP/1.1
                Host: localhost:%d
                Origin: http://localhost:%1$d
                Sec-Fetch-Site: same-origin
                Connection: close
                Cookie: pinplan=%s
                Content-Type: multipart/form-data; boundary=edge
                Content-Length: %d

                """.formatted(RestAssured.port, token, body.length()).replace("\n", "\r\n");
        socket.getOutputStream().write((head + body).getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void othersGoOnWithTheirWork() throws Exception {
        String token = kitchen.people.signIn(Role.CREATOR);
        Long ours = kitchen.picture().id;
        String held = PictureServer.after(place + "/go", place + "/held.jpg", Kitchen.jpeg(Color.YELLOW));
        List<Socket> waiting = new ArrayList<>();
        try {
            for (int number = 0; number < connections + 5; number++) {
                waiting.add(add(ours, held, token));
            }
            for (int look = 0; look < LOOKS; look++) {
                assertThat(Pages.signedIn(token).get("/calendar").status)
                        .as("beside %d that wait", waiting.size())
                        .isEqualTo(200);
            }
        } finally {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(held.replace("held.jpg", "go")))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            for (Socket socket : waiting) {
                assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine())
                        .matches("HTTP/1.1 (200|422) .*");
                socket.close();
            }
        }
    }
}
