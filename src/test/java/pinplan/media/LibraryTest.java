package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.support.Film;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.support.Pictures;
import pinplan.team.Role;

@QuarkusTest
class LibraryTest {
    private People people;
    private Pages creator;

    @BeforeEach
    void people() {
        people = People.fresh();
        creator = people.as(Role.CREATOR);
    }

    @Test
    void beginsEmpty() {
        Page page = creator.get("/media");
        assertThat(page.status).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Media");
        assertThat(page.says("No media yet")).isTrue();
    }

    @Test
    void showsWhatWasUploaded() {
        Page page = upload("tart.jpg", Pictures.jpeg(640, 960));
        assertThat(page.path).startsWith("/media?got=N");
        assertThat(page.says("tart.jpg is here.")).isTrue();
        assertThat(page.says("640 × 960 pixels")).isTrue();
        Element image = page.document.selectFirst(".shelf img");
        assertThat(image.attr("width")).isEqualTo("252");
        Response thumbnail = creator.one(image.attr("src"));
        assertThat(thumbnail.statusCode()).isEqualTo(200);
        assertThat(thumbnail.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(thumbnail.header("Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
    }

    /** As browsers send it: the name as plain UTF-8. */
    @Test
    void keepsANameInAnyLanguage() throws Exception {
        byte[] body = Pictures.joined(
                "--x\r\nContent-Disposition: form-data; name=\"media\"; filename=\"Törtchen 柠檬.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8),
                Pictures.jpeg(300, 450),
                "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        String here = RestAssured.baseURI + ":" + RestAssured.port;
        int status = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(here + "/media"))
                                .header("Cookie", "pinplan=" + people.signIn(Role.CREATOR))
                                .header("Origin", here)
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isEqualTo(303);
        Page page = creator.get("/media");
        assertThat(page.says("Törtchen 柠檬.jpg")).isTrue();
        assertThat(creator.one(fileOf(page)).header("Content-Disposition"))
                .isEqualTo(
                        "inline; filename=\"T_rtchen __.jpg\"; filename*=UTF-8''T%C3%B6rtchen%20%E6%9F%A0%E6%AA%AC.jpg");
    }

    @Test
    void saysBesideTheFieldWhyAFileIsRefused() {
        Page refused = upload("picture.jpg", "____ftypheic____".getBytes());
        assertThat(refused.status).as(refused.text()).isEqualTo(422);
        assertThat(refused.error("Media"))
                .isEqualTo("This is a HEIC or AVIF picture, which Pinterest does not take. Save it as JPEG or PNG.");
        assertThat(upload("small.png", Pictures.png(50, 60)).error("Media")).contains("50 × 60", "100 × 100");
        assertThat(upload("heavy.jpg", Pictures.joined(Pictures.jpeg(600, 900), new byte[25_000_000]))
                        .error("Media"))
                .contains("25.1 MB", "20 MB");
        assertThat(upload("empty.jpg").error("Media")).isEqualTo("This file is empty.");
        assertThat(creator.get("/media").form("Upload").submit().error("Media")).isEqualTo("Choose a file first.");
        assertThat(creator.get("/media").says("No media yet")).isTrue();
    }

    @Test
    void aViewerSeesButDoesNotAdd() {
        upload("seen.gif", Pictures.gif(200, 300));
        Page page = people.as(Role.VIEWER).get("/media");
        assertThat(page.says("seen.gif")).isTrue();
        assertThat(page.hasButton("Upload")).isFalse();
        Response forced = people.as(Role.VIEWER)
                .sending()
                .multiPart("media", "a.gif", Pictures.gif(200, 300), "image/gif")
                .post("/media");
        assertThat(forced.statusCode()).isEqualTo(403);
    }

    @Test
    void servesTheFileAsWhatItIsAndNothingElse() {
        byte[] png = Pictures.png(200, 300);
        Response file = creator.one(fileOf(upload("a.html", png)));
        assertThat(file.asByteArray()).isEqualTo(png);
        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        assertThat(file.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(file.headers().getValues("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(file.header("Content-Disposition")).isEqualTo("inline; filename=\"a.png\"; filename*=UTF-8''a.png");
        assertThat(creator.sending()
                        .header("If-None-Match", file.header("ETag"))
                        .get(fileOf(creator.get("/media")))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void servesPartsOfAVideo() {
        byte[] film = Pictures.mp4(720, 1_280, 10);
        Page page = upload("film.mp4", film);
        assertThat(page.says("10 s")).isTrue();
        String path = fileOf(page);
        byte[] kept = creator.one(path).asByteArray();
        assertThat(kept).hasSize(film.length);

        Response part = creator.sending().header("Range", "bytes=10-19").get(path);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 10-19/" + film.length);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(kept, 10, 20));
        assertThat(creator.sending().header("Range", "bytes=-5").get(path).asByteArray())
                .isEqualTo(Arrays.copyOfRange(kept, kept.length - 5, kept.length));
        assertThat(creator.sending().header("Range", "bytes=999999-").get(path).statusCode())
                .isEqualTo(416);
        assertThat(creator.sending().header("Range", "bytes=9-1").get(path).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"film.mov, 'qt  ', video/quicktime", "film.m4v, 'M4V ', video/x-m4v", "film.mp4, isom, video/mp4"})
    void aFilmIsServedAsWhatItIsAndAsNothingElse(String name, String brand, String type) {
        Page page = upload(name, Film.of(720, 1_280, 10_000).branded(brand).bytes());
        Response part = creator.sending().header("Range", "bytes=0-").get(fileOf(page));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.contentType()).isEqualTo(type);
        assertThat(part.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(part.header("Content-Disposition")).contains(name);
        assertThat(part.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(part.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    }

    @Test
    void anotherWorkspacesMediaAreNotThere() {
        Page page = upload("ours.jpg", Pictures.jpeg(200, 300));
        String file = fileOf(page);
        String thumbnail = page.document.selectFirst(".shelf img").attr("src");
        Pages stranger = People.fresh().as(Role.OWNER);
        assertThat(stranger.one(file).statusCode()).isEqualTo(404);
        assertThat(stranger.one(thumbnail).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/media").says("ours.jpg")).isFalse();
        assertThat(Pages.anonymous().one(file).statusCode()).isNotEqualTo(200);
        assertThat(creator.one(thumbnail.replace("-252", "-253")).statusCode()).isEqualTo(404);
        assertThat(creator.one(thumbnail.replaceAll("[0-9a-f]{16}-", "0123456789abcdef-"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(creator.one("/media/x/file").statusCode()).isEqualTo(404);
    }

    @Test
    void showsWhereEachIsUsedAndThoseThatAreNot() {
        upload("spare.jpg", Pictures.jpeg(200, 300));
        pinplan.pin.Pin pin = io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> pinplan.support.Things.in(people).draft(null));
        Page all = creator.get("/media");
        assertThat(all.document.select(".shelf li")).hasSize(2);
        assertThat(all.document.select(".shelf li a[href=/pins/" + pin.id + "]").text())
                .isEqualTo("No-bake lemon tart");
        Page unused = all.follow("In no pin");
        assertThat(unused.document.select(".shelf b").eachText()).containsExactly("spare.jpg");
        assertThat(unused.says("In no pin yet")).isTrue();
        creator.sending().post("/pins/" + pin.id + "/delete");
        assertThat(creator.get("/media?unused=true").document.select(".shelf li"))
                .hasSize(2);
        assertThat(People.fresh().as(Role.OWNER).get("/media?unused=true").says("Everything is in a pin"))
                .isTrue();
    }

    @Test
    void saysOfEachOfSeveralFilesWhatBecameOfIt() {
        upload("known.jpg", Pictures.sketch(1, 640, 960));
        Page all = creator.get("/media")
                .form("Upload")
                .attach("Media", "new.jpg", "image/jpeg", Pictures.sketch(2, 640, 960))
                .attach("Media", "again.jpg", "image/jpeg", Pictures.sketch(1, 640, 960))
                .submit();
        assertThat(all.document.select("#got li p").eachText())
                .containsExactly("new.jpg is here.", "known.jpg was here already.");
        assertThat(upload("same.jpg", Pictures.sketch(1, 640, 960))
                        .document
                        .select("#got li p")
                        .text())
                .isEqualTo("known.jpg was here already: “same.jpg” is the same file.");
        Page mixed = creator.get("/media")
                .form("Upload")
                .attach("Media", "fine.jpg", "image/jpeg", Pictures.sketch(3, 640, 960))
                .attach("Media", "page.jpg", "image/jpeg", "<html>".getBytes())
                .submit();
        assertThat(mixed.status).isEqualTo(422);
        assertThat(mixed.document.select("#got li p").eachText())
                .containsExactly(
                        "fine.jpg is here.",
                        "page.jpg is not taken. This file is neither a picture (JPEG, PNG, GIF or WebP) nor a video (MP4, MOV or M4V).");
        assertThat(mixed.error("Media")).startsWith("“page.jpg”: This file is neither");
        assertThat(creator.get("/media").document.select(".shelf b").eachText())
                .containsExactly("fine.jpg", "new.jpg", "known.jpg");
        String address = all.path;
        assertThat(People.fresh().as(Role.OWNER).get(address).document.select("#got"))
                .isEmpty();
        assertThat(creator.get("/media?got=N1x").status).isEqualTo(200);
    }

    /** What a file is counts, whatever its name says; and only that is another name. */
    @Test
    void saysWhereAnEndingWasMendedAndCallsThatNoOtherName() {
        byte[] jpeg = Pictures.sketch(1, 640, 960);
        assertThat(told(upload("tart.png", jpeg))).isEqualTo("tart.jpg is here: “tart.png” is kept as JPEG.");
        assertThat(told(upload("tart.png", jpeg))).isEqualTo("tart.jpg was here already.");
        assertThat(told(upload("cake.png", jpeg))).isEqualTo("tart.jpg was here already: “cake.png” is the same file.");
        assertThat(told(upload("TWO.JPEG", Pictures.sketch(2, 640, 960)))).isEqualTo("TWO.JPEG is here.");
    }

    private static String told(Page page) {
        return page.document.select("#got li p").first().text();
    }

    /** Nothing that is beside picture and sound is kept, as cameras write there where they were. */
    @Test
    void saysThatCaptionsAreLeftOut() {
        Page page = creator.get("/media")
                .form("Upload")
                .attach("Media", "tart.mp4", "video/mp4", film("sbtl", 5_000))
                .submit();
        assertThat(told(page)).isEqualTo("tart.mp4 is here. Its captions are left out.");
        assertThat(page.follow("tart.mp4").text()).contains("Its captions are left out, as cameras also write");
        assertThat(creator.get("/media")
                        .form("Upload")
                        .attach("Media", "walk.mp4", "video/mp4", film("meta", 6_000))
                        .submit()
                        .text())
                .contains("walk.mp4 is here.")
                .doesNotContain("captions are left out.");
    }

    private static byte[] film(String beside, long millis) {
        return Film.of(640, 960, millis).telling(beside, "Twelve slices").bytes();
    }

    @Test
    void makesADraftOfEach() {
        Page drafts = creator.get("/media")
                .form("Upload and make a draft of each")
                .attach("Media", "one.jpg", "image/jpeg", Pictures.sketch(1, 640, 960))
                .attach("Media", "two.jpg", "image/jpeg", Pictures.sketch(2, 640, 960))
                .submit();
        assertThat(drafts.path).isEqualTo("/calendar?view=list&unscheduled=true");
        assertThat(drafts.says("2 drafts are made.")).isTrue();
        assertThat(drafts.document.select("main .status").eachText()).containsExactly("Draft", "Draft");
        assertThat(creator.get("/media?unused=true").says("Everything is in a pin"))
                .isTrue();
        Page mixed = creator.get("/media")
                .form("Upload and make a draft of each")
                .attach("Media", "three.jpg", "image/jpeg", Pictures.sketch(3, 640, 960))
                .attach("Media", "none.jpg", "image/jpeg", new byte[] {1, 2, 3})
                .submit();
        assertThat(mixed.error("Media")).contains("“none.jpg”", "Of the others there is a draft each.");
        assertThat(creator.get(drafts.path).document.select("main .status")).hasSize(3);
    }

    @Test
    void draftsAreCountedAndNotFiles() {
        Page drafts = creator.get("/media")
                .form("Upload and make a draft of each")
                .attach("Media", "one.jpg", "image/jpeg", Pictures.sketch(1, 640, 960))
                .attach("Media", "same.jpg", "image/jpeg", Pictures.sketch(1, 640, 960))
                .attach("Media", "two.jpg", "image/jpeg", Pictures.sketch(2, 640, 960))
                .submit();
        assertThat(drafts.says("2 drafts are made, as some of the files are the same."))
                .isTrue();
        assertThat(drafts.document.select("main .status")).hasSize(2);
    }

    private Page upload(String name, byte... bytes) {
        return creator.get("/media")
                .form("Upload")
                .attach("Media", name, "text/html", bytes)
                .submit();
    }

    private static String fileOf(Page page) {
        return assetOf(page) + "/file";
    }

    private static String assetOf(Page page) {
        return page.document.selectFirst(".shelf a").attr("href");
    }
}
