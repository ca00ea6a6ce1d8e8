package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pinplan.support.People;
import pinplan.support.PictureServer;
import pinplan.support.Pictures;
import pinplan.team.Member;
import pinplan.team.Role;

@QuarkusTest
@QuarkusTestResource(PictureServer.class)
class IntakeTest {
    @TempDir
    Path folder;

    @Inject
    Intake intake;

    @Inject
    MediaStore store;

    @Inject
    Advice advice;

    private People people;
    private Member creator;

    @BeforeEach
    void people() {
        people = People.fresh();
        creator = people.member(Role.CREATOR);
    }

    @Test
    void keepsAPhotoWithoutItsPlace() throws Exception {
        Media media = upload(Pictures.photographed(900, 600, 6), "C:\\tart.png");
        assertThat(media.fileName).isEqualTo("tart.jpg");
        assertThat(media.contentType).isEqualTo("image/jpeg");
        assertThat(media.kind).isEqualTo(Kind.PHOTO);
        assertThat(media.origin).isEqualTo(Origin.UPLOAD);
        assertThat(media.width).isEqualTo(600);
        assertThat(media.height).isEqualTo(900);
        assertThat(media.sha256).isEqualTo(Digest.of(store.path(media)));
        assertThat(media.byteCount).isEqualTo(Files.size(store.path(media)));
        assertThat(new String(Files.readAllBytes(store.path(media)), "ISO-8859-1"))
                .doesNotContain("Anna", "Camra");
        assertThat(advice.about(media)).isEmpty();
    }

    @Test
    void keepsTheSameBytesOnceInAWorkspace() throws Exception {
        Media first = upload(Pictures.png(300, 300), "one.png");
        assertThat(upload(Pictures.png(300, 300), "two.png").id).isEqualTo(first.id);
        assertThat(upload(Pictures.png(300, 301), "three.png").id).isNotEqualTo(first.id);

        People others = People.fresh();
        Media theirs =
                intake.upload(others.workspace, others.member(Role.OWNER), file(Pictures.png(300, 300)), "one.png");
        assertThat(theirs.id).isNotEqualTo(first.id);
        assertThat(theirs.storeKey).isNotEqualTo(first.storeKey);
    }

    @Test
    void keepsTheSameBytesOnceHoweverManySendThemAtOnce() throws Exception {
        byte[] bytes = Pictures.jpeg(640, 960);
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Long> once = () -> upload(bytes, "same.jpg").id;
            List<Future<Long>> all = threads.invokeAll(java.util.Collections.nCopies(8, once));
            Long first = all.get(0).get();
            for (Future<Long> one : all) {
                assertThat(one.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(Media.<Media>list("workspace", people.workspace)).hasSize(1);
    }

    @Test
    void aFileThatWasLostIsHereAgainOnceItIsSentAgain() throws Exception {
        byte[] bytes = Pictures.jpeg(640, 960);
        Media first = upload(bytes, "tart.jpg");
        Files.delete(store.path(first));
        Taken again = intake.take(people.workspace, creator, file(bytes), "tart.jpg");
        assertThat(again.media().id).isEqualTo(first.id);
        assertThat(again.how()).isEqualTo(Taken.How.KNOWN);
        Media found = QuarkusTransaction.requiringNew().call(() -> Media.in(people.workspace, first.id));
        assertThat(Files.readAllBytes(store.path(found))).isEqualTo(bytes);
    }

    @Test
    void leavesNoFileWhenItsRowIsTakenBack() {
        String[] key = new String[1];
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    try {
                        key[0] = upload(Pictures.jpeg(200, 300), "gone.jpg").storeKey;
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                    throw new IllegalStateException("later trouble");
                }))
                .hasMessageContaining("later trouble");
        assertThat(store.file(key[0])).doesNotExist();
        assertThat(store.thumbnail(key[0], 252)).doesNotExist();
    }

    @Test
    void keepsAVideoWithItsLength() throws Exception {
        Media media = upload(Pictures.mp4(720, 1_280, 12), "film.mp4");
        assertThat(media.kind).isEqualTo(Kind.VIDEO);
        assertThat(media.durationMillis).isEqualTo(12_000);
        assertThat(store.thumbnail(media.storeKey, 504)).isNotEmptyFile();
    }

    @Test
    void advisesAboutSmallAndTallPictures() throws Exception {
        assertThat(advice.about(upload(Pictures.jpeg(400, 900), "thin.jpg")))
                .containsExactly(
                        "This picture is small: its width is 400 pixels, below 600 pixels. Pinterest shows it blurred.",
                        "This picture is taller than 1 : 2.1: Pinterest cuts its end off.");
    }

    @Test
    void looksOnceAtAPictureElsewhere() throws Exception {
        byte[] bytes = Pictures.photographed(600, 900, 1);
        String address = PictureServer.put("tart.jpg", bytes);
        Media media = intake.external(people.workspace, creator, " " + address + " ", "");
        assertThat(media.origin).isEqualTo(Origin.URL);
        assertThat(media.sourceUrl).isEqualTo(address);
        assertThat(media.thumbnailUrl).isEqualTo(address);
        assertThat(media.fileName).isEqualTo("tart.jpg");
        assertThat(media.byteCount).isEqualTo(bytes.length);
        assertThat(media.sha256).isEqualTo(intake.digestNow(media));
        assertThat(store.thumbnail(media.storeKey, 252)).isNotEmptyFile();
        assertThat(intake.external(people.workspace, creator, address, address).id)
                .isEqualTo(media.id);

        PictureServer.put("tart.jpg", Pictures.jpeg(601, 900));
        assertThat(intake.digestNow(media)).isNotEqualTo(media.sha256);
    }

    @Test
    void saysWhichAddressIsWrong() {
        String picture = PictureServer.put("fine.png", Pictures.png(600, 900));
        refusedAt(Refusal.Field.IMAGE_URL, "ftp://example.org/a.jpg", null);
        refusedAt(Refusal.Field.IMAGE_URL, PictureServer.put("none.png"), null);
        refusedAt(Refusal.Field.IMAGE_URL, PictureServer.put("page", "<html>".getBytes()), null);
        refusedAt(Refusal.Field.IMAGE_URL, PictureServer.put("film.mp4", Pictures.mp4(720, 1_280, 10)), null);
        refusedAt(Refusal.Field.THUMBNAIL_URL, picture, "javascript:alert(1)");
        refusedAt(Refusal.Field.THUMBNAIL_URL, picture, PictureServer.put("none.png"));
    }

    private void refusedAt(Refusal.Field field, String image, String thumbnail) {
        assertThatThrownBy(() -> intake.external(people.workspace, creator, image, thumbnail))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
        assertThat(Media.<Media>list("workspace", people.workspace)).isEmpty();
    }

    private Media upload(byte[] bytes, String name) throws Exception {
        return intake.upload(people.workspace, creator, file(bytes), name);
    }

    private Path file(byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "", "");
        Files.copy(new ByteArrayInputStream(bytes), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return file;
    }
}
