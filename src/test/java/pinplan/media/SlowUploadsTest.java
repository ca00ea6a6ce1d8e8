package pinplan.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
import pinplan.support.SlowPost;
import pinplan.team.Role;

/** Many people at once send something over slow lines. */
@QuarkusTest
class SlowUploadsTest {
    private final People people = People.fresh();

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    private static final String FILE = """
            --edge
            Content-Disposition: form-data; name="media"; filename="a.jpg"
            Content-Type: image/jpeg

            half of a picture""";

    @ConfigProperty(name = "pinplan.data")
    Path data;

    /** Where a kill cuts it off, the sweep finds it there. */
    @Test
    void whatComesInIsWhereItWillBeSwept() throws IOException {
        Path incoming = data.resolve("media/incoming");
        try (Socket socket = SlowPost.begin(
                "/media", "multipart/form-data; boundary=edge", 60_000, FILE, people.signIn(Role.CREATOR))) {
            await().until(() -> holds(incoming, "half of a picture"));
        }
    }

    private static boolean holds(Path folder, String begin) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), US_ASCII).startsWith(begin)) {
                    return true;
                }
            }
        }
        return false;
    }

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
                slow.add(SlowPost.begin(path, type, 60_000, begin, token));
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
