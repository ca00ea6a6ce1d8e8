package pinplan.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pinplan.database.Clocks;
import pinplan.media.Intake;
import pinplan.media.Media;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;
import pinplan.pin.Shot;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Operation;
import pinplan.support.Film;
import pinplan.team.Role;

/** A film goes out with what was agreed to stand for it. */
@QuarkusTest
class CoverTest {
    @TempDir
    Path folder;

    private final Connected desk = new Connected();

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    private Media film() throws Exception {
        Path file =
                Files.write(folder.resolve("film"), Film.of(720, 1_280, 10_000).bytes());
        return Connected.bean(Intake.class)
                .upload(desk.people.workspace, desk.people.member(Role.CREATOR), file, "film.mp4");
    }

    private Long approved(Media cover, Long millis) throws Exception {
        return approved(cover, millis, 30);
    }

    private Long approved(Media cover, Long millis, int minutes) throws Exception {
        Media film = film();
        return QuarkusTransaction.requiringNew().call(() -> {
            Shot shot = new Shot(film, "");
            shot.cover = cover;
            shot.coverMillis = millis;
            Pin pin = Pin.create(
                    desk.people.workspace,
                    desk.fields("Film", desk.in(minutes)).showing(List.of(shot)),
                    desk.creator(),
                    Connected.now());
            pin.submit(desk.creator(), Connected.now());
            pin.approve(pin.revision().fingerprint, desk.approver(), Connected.now());
            return pin.id;
        });
    }

    private JsonNode sent(Media cover, Long millis) throws Exception {
        approved(cover, millis);
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.posts()).hasSize(1);
        return new ObjectMapper().readTree(desk.posts().get(0).media()).get(0);
    }

    private List<String> uploads() {
        return desk.log().requests(Operation.UPLOAD).stream()
                .map(request -> request.body().replaceFirst("file ([^,]+),.*", "$1"))
                .toList();
    }

    @Test
    void aPictureIsUploadedAndIsItsOnlyThumbnail() throws Exception {
        JsonNode media = sent(desk.picture, 3_500L);
        assertThat(uploads()).containsExactlyInAnyOrder("film.mp4", "tart.jpg");
        assertThat(media.path("type").asText()).isEqualTo("video");
        assertThat(media.path("thumbnails")).hasSize(1);
        JsonNode thumbnail = media.path("thumbnails").get(0);
        assertThat(thumbnail.path("id").asText()).isNotEqualTo(media.path("id").asText());
        assertThat(thumbnail.path("real").asText())
                .endsWith(thumbnail.path("id").asText());
        assertThat(thumbnail.path("small").asText()).endsWith("-thumb");
        assertThat(media.path("default_thumbnail").intValue()).isZero();
    }

    @Test
    void aMomentIsOneOfPublersOwn() throws Exception {
        JsonNode media = sent(null, 6_100L);
        assertThat(uploads()).containsExactly("film.mp4");
        assertThat(media.path("thumbnails")).hasSize(5);
        assertThat(media.path("default_thumbnail").intValue()).isEqualTo(3);
    }

    @Test
    void whatPublerHasNotMadeYetIsWaitedFor() throws Exception {
        desk.stage.fault(Fault.THUMBNAILS_LATE, 3);
        JsonNode media = sent(null, 6_100L);
        assertThat(uploads()).containsExactly("film.mp4");
        assertThat(desk.log().requests(Operation.MEDIA)).hasSize(3);
        assertThat(media.path("thumbnails")).hasSize(5);
        assertThat(media.path("default_thumbnail").intValue()).isEqualTo(3);
    }

    @Test
    void whereItNeverMakesThemSomebodyHearsOfItAndTheFilmStays() throws Exception {
        desk.stage.fault(Fault.THUMBNAILS_LATE, 1_000);
        Long pin = approved(null, 6_100L, 120);
        // Twelve tries with chance between them take at most an hour.
        desk.pass(Duration.ofMinutes(75));
        assertThat(desk.log().createRequests()).isEmpty();
        assertThat(desk.status(pin)).isEqualTo(PinStatus.FAILED);
        assertThat(desk.publication(pin).trouble()).isEqualTo(pinplan.publishing.Fault.MEDIA);
        assertThat(desk.publication(pin).reason)
                .isEqualTo("Publer has no pictures of “film.mp4” that its cover could be.");
    }

    @Test
    void whoeverNeedsNoneOfThemDoesNotWait() throws Exception {
        desk.stage.fault(Fault.THUMBNAILS_LATE, 1_000);
        assertThat(sent(null, null).has("thumbnails")).isFalse();
        assertThat(desk.log().requests(Operation.MEDIA)).isEmpty();
    }

    @Test
    void withoutACoverNothingIsSaidOfIt() throws Exception {
        JsonNode media = sent(null, null);
        assertThat(media.has("thumbnails")).isFalse();
        assertThat(media.has("default_thumbnail")).isFalse();
    }
}
