package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pinplan.media.Media;
import pinplan.support.Film;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.Pictures;
import pinplan.team.Role;

/** What stands for a film before it plays, without any script. */
@QuarkusTest
class CoverTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);

    private Page film() {
        LocalDateTime at = kitchen.later(5);
        return creator.get("/pins/new")
                .form("Save draft")
                .fill("Title", "Lemon film")
                .fill("Destination link", "https://example.org/tart")
                .choose("Account", "Kitchen Garden")
                .choose("Board", "Easter recipes")
                .fill("Publish date", at.toLocalDate().toString())
                .fill("Publish time", at.toLocalTime().toString())
                .attach(
                        "Media",
                        "IMG_7.MOV",
                        "video/quicktime",
                        Film.of(720, 1_280, 10_000).branded("qt  ").bytes())
                .submit();
    }

    private static Form pictured(Page page, String button) {
        return page.form(button).attach("Upload one", "cover.jpg", "image/jpeg", Kitchen.jpeg(Color.PINK));
    }

    private Pin pin(Page page) {
        Long id = Long.valueOf(page.path.replaceFirst("/pins/", ""));
        return Kitchen.write(() -> Pin.in(kitchen.people.workspace, id));
    }

    private Shot shot(Page page) {
        return kitchen.read(pin(page), pin -> {
            Shot shot = pin.shots().get(0);
            shot.face().fileName.length();
            return shot;
        });
    }

    @Test
    void picturesAreOfferedHoweverManyFilmsAreNewer() {
        Page film = film();
        Long picture = kitchen.picture().id;
        Kitchen.write(() -> Media.getEntityManager()
                .createNativeQuery("insert into media select r.* from media m, generate_series(1, 30) g,"
                        + " jsonb_populate_record(m, jsonb_build_object('id', nextval('media_seq'),"
                        + " 'sha256', lpad(g::text, 64, '0'), 'store_key', md5(g::text))) r where m.id = ?1")
                .setParameter(1, shot(film).media.id)
                .executeUpdate());
        assertThat(creator.get(film.path).document.select("[name=coverImage]").eachAttr("value"))
                .contains(picture.toString());
    }

    @Test
    void whoAsksForChangesCanPointAtTheCoverOfAFilm() {
        Page film = film().form("Submit for review").submit();
        Pages approver = kitchen.as(Role.APPROVER);
        approver.get(film.path)
                .form("Request changes")
                .fill("What should change", "Nobody sees the tart")
                .choose("It is about", "Cover")
                .submit();
        assertThat(creator.get(film.path).document.select(".review-panel .tag").text())
                .isEqualTo("About: Cover");
        Page photo = approver.get("/pins/" + kitchen.inReview("Tart").id);
        assertThat(photo.document.select("select[name=about] option").eachText())
                .contains("Media")
                .doesNotContain("Cover");
        photo.form("Request changes")
                .fill("What should change", "There is none")
                .set("about", "Cover")
                .submit();
        assertThat(creator.get(photo.path).document.select(".review-panel .tag"))
                .isEmpty();
    }

    private static String note(Page page) {
        return page.document.select("[data-note=film]").text();
    }

    @Test
    void aFilmHasNoneUntilOneIsChosen() {
        Page page = film();
        assertThat(page.says("IMG_7.MOV · 720 × 1280 · H.264 · 10 s")).isTrue();
        assertThat(page.document.select("#cover").hasAttr("hidden")).isFalse();
        assertThat(page.document.select("[name=coverBy][checked]").val()).isEmpty();
        assertThat(note(page)).startsWith("No cover is chosen");
        assertThat(creator.get("/pins/new").document.select("#cover").hasAttr("hidden"))
                .isTrue();
        Page asset = creator.get("/media/" + shot(page).media.id);
        assertThat(asset.document.select(".facts").text()).contains("Length 10 s", "Coded as H.264");
    }

    @Test
    void aPictureOfItsOwnStandsForItEverywhere() {
        Page page = pictured(film(), "Save draft").submit();
        Shot shot = shot(page);
        assertThat(shot.cover.fileName).isEqualTo("cover.jpg");
        assertThat(shot.coverMillis).isNull();
        String picture = "/media/" + shot.cover.id + "/";
        assertThat(note(page)).isEqualTo("Its cover: “cover.jpg”.");
        assertThat(page.document.select(".reel video").attr("poster")).startsWith(picture);
        assertThat(page.document.select(".shots .thumb").attr("src")).startsWith(picture);
        assertThat(page.document.select("[name=coverImage][checked]").val()).isEqualTo(shot.cover.id.toString());
        Page again = page.form("Save draft").submit();
        assertThat(shot(again).cover.id).isEqualTo(shot.cover.id);
        Page sent = again.form("Submit for review").submit();
        assertThat(kitchen.as(Role.APPROVER)
                        .get("/review")
                        .document
                        .select(".reel img")
                        .attr("src"))
                .startsWith(picture);
        LocalDateTime at = kitchen.read(pin(sent), pin -> pin.planned().local());
        for (String view : new String[] {"month", "week", "list"}) {
            assertThat(creator.get("/calendar?view=" + view + "&on=" + at.toLocalDate())
                            .document
                            .select(".chip img, .thumb-cell img")
                            .eachAttr("src"))
                    .as(view)
                    .anyMatch(src -> src.startsWith(picture));
        }
        Page refused = creator.get("/media/" + shot.cover.id).form("Delete").submit();
        assertThat(refused.says("Not deleted: it is used in “Lemon film”. Take it out of there first."))
                .isTrue();
        assertThat(creator.get("/media/" + shot.cover.id)
                        .document
                        .select("#used .chips")
                        .text())
                .contains("Lemon film");
    }

    @Test
    void oneOfTheLibraryStandsForIt() {
        var media = kitchen.picture();
        Page page = film().form("Save draft")
                .choose("A picture of its own", "")
                .set("coverImage", media.id.toString())
                .submit();
        assertThat(shot(page).cover.id).isEqualTo(media.id);
        Page none = page.form("Save draft").set("coverBy", "").submit();
        assertThat(shot(none).cover).isNull();
        assertThat(note(none)).startsWith("No cover is chosen");
    }

    @Test
    void aTypedMomentIsKeptAsOne() {
        Page page = film().form("Save draft").fill("Moment", "3,5").submit();
        assertThat(page.status).isEqualTo(200);
        assertThat(shot(page).cover).isNull();
        assertThat(shot(page).coverMillis).isEqualTo(3_500);
        assertThat(page.value("Moment")).isEqualTo("0:03.5");
        assertThat(note(page)).isEqualTo("Its cover: the moment at 0:03.5.");
    }

    @ParameterizedTest
    @CsvSource({
        "time, 0:10.1, 'The film ends at 0:10.'",
        "time, soon, 'Type a moment of the film, such as 0:03.5.'",
        "time, -1, 'Type a moment of the film, such as 0:03.5.'",
        "time, '', 'Type a moment of the film, such as 0:03.5.'",
        "image, '', 'Choose the picture: upload one, or take one of the library.'",
    })
    void whatCanBeNoneIsSaidBesideIt(String by, String time, String sentence) {
        Page page = film().form("Save draft")
                .fill("Title", "Another title")
                .set("coverBy", by)
                .fill("Moment", time)
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.document.select("#cover .error").text()).isEqualTo(sentence);
        assertThat(page.value("Title")).isEqualTo("Another title");
        assertThat(page.value("Moment")).isEqualTo(time);
    }

    @Test
    void onlyAPictureOfTheWorkspaceThatIsHereCanBeOne() {
        Kitchen others = new Kitchen();
        for (String id : new String[] {others.picture().id.toString(), "999999999999", "x", "-1"}) {
            Page page = film().form("Save draft")
                    .set("coverBy", "image")
                    .set("coverImage", id)
                    .submit();
            assertThat(page.status).as(id).isEqualTo(422);
            assertThat(page.document.select("#cover .error").text())
                    .isEqualTo("The picture of the cover is not there any more. Choose it again.");
        }
        Page page = film();
        Long film = shot(page).media.id;
        assertThat(page.form("Save draft")
                        .set("coverBy", "image")
                        .set("coverImage", film.toString())
                        .submit()
                        .status)
                .isEqualTo(422);
        Page video = page.form("Save draft")
                .attach("Upload one", "other.mp4", "video/mp4", Pictures.mp4(720, 1_280, 9))
                .submit();
        assertThat(video.document.select("#cover .error").text())
                .isEqualTo("“other.mp4” is a video; a cover is a picture.");
    }

    /** It is content: people agree to it, and another one has to be agreed to. */
    @Test
    void anotherCoverTakesTheApprovalAwayAndIsToldInTheHistory() {
        Page page = pictured(film(), "Submit for review").submit();
        Pin pin = pin(page);
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.IN_REVIEW);
        String agreed = kitchen.read(pin, p -> p.revision().fingerprint);
        kitchen.verb(pin, Role.APPROVER, (p, by, now) -> p.approve(p.revision().fingerprint, by, now));
        Page same = creator.get(page.path).form("Save draft").submit();
        assertThat(kitchen.status(pin)).isNotIn(PinStatus.DRAFT, PinStatus.IN_REVIEW);
        same.form("Save draft")
                .attach("Upload one", "other.jpg", "image/jpeg", Kitchen.jpeg(Color.CYAN))
                .submit();
        assertThat(kitchen.status(pin)).isEqualTo(PinStatus.DRAFT);
        String now = kitchen.read(pin, p -> p.revision().fingerprint);
        assertThat(now).isNotEqualTo(agreed);
        Page revisions = creator.get(page.path + "/revisions");
        assertThat(revisions.document.select("#revision-2 .diff dt").eachText()).containsExactly("Cover");
        assertThat(revisions.document.select("#revision-2 .diff img")).hasSize(2);
        revisions.form("Restore revision 1").submit();
        String restored = kitchen.read(pin, p -> p.revision().fingerprint);
        assertThat(restored).isEqualTo(agreed);
    }

    @Test
    void whereTwoChooseDifferentlyTheyAreAsked() {
        Page mine = film();
        kitchen.as(Role.APPROVER)
                .get(mine.path)
                .form("Save draft")
                .fill("Moment", "1")
                .submit();
        Page clash = mine.form("Save draft").fill("Moment", "2.5").submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.document.select("#cover .clash .told").eachText())
                .containsExactly("the moment at 0:02.5", "the moment at 0:01", "nothing");
        assertThat(clash.document.select("#cover > .stack > .error").text()).contains("choose which one stays");
        Page settled = clash.form("Save draft").set("pick-cover", "theirs").submit();
        assertThat(shot(settled).coverMillis).isEqualTo(1_000);
    }

    @Test
    void withoutItsFilmAFrameIsNone() {
        Page page = film().form("Save draft").fill("Moment", "2").submit();
        String frame = frame(page, 2_000);
        Page framed = page.form("Save draft").set("coverFrame", frame).submit();
        assertThat(frame).endsWith("-" + shot(framed).cover.id);
        assertThat(note(framed)).isEqualTo("Its cover: the frame at 0:02.");
        Page moved = framed.form("Save draft").fill("Moment", "3").submit();
        assertThat(shot(moved).cover).isNull();
        Page removed = framed.form("Remove image 1").submit();
        assertThat(removed.document.select("[name=coverFrame]").val()).isEmpty();
    }

    /** As the page sends one that it took before. */
    private String frame(Page page, long millis) {
        return shot(page).media.id + "-" + millis + "-" + kitchen.picture().id;
    }

    private static Form another(Form form) {
        return form.attach(
                "Media", "other.mp4", "video/mp4", Film.of(720, 1_280, 8_000).bytes());
    }

    @Test
    void aFileCountsOnlyWhereNothingElseWasChosenSince() {
        Page page = pictured(film(), "Save draft").submit();
        Page timed = pictured(page, "Save draft")
                .set("coverBy", "time")
                .fill("Moment", "2")
                .submit();
        assertThat(shot(timed).cover).isNull();
        assertThat(shot(timed).coverMillis).isEqualTo(2_000);
        Page alone = pictured(timed, "Save draft").submit();
        assertThat(shot(alone).cover.fileName).isEqualTo("cover.jpg");
        assertThat(shot(alone).coverMillis).isNull();
        Page none = pictured(alone, "Save draft").set("coverBy", "").submit();
        assertThat(none.status).isEqualTo(200);
        assertThat(note(none)).startsWith("No cover is chosen");
    }

    @Test
    void aFrameCountsOnlyWhereAMomentIsChosen() {
        Page page = film();
        Page none = page.form("Save draft")
                .fill("Moment", "0:02")
                .attachTo("frame", "frame-0-02.jpg", "image/jpeg", Kitchen.jpeg(Color.PINK))
                .submit();
        assertThat(none.status).isEqualTo(200);
        assertThat(shot(none).cover).isNull();
        assertThat(shot(none).coverMillis).isNull();
        Page kept = none.form("Save draft")
                .fill("Moment", "0:02")
                .set("coverFrame", frame(page, 2_000))
                .submit();
        assertThat(shot(kept).coverMillis).isNull();
    }

    @Test
    void noFrameLiesBehindTheEndOfItsFilm() {
        Page page = film();
        Page behind = page.form("Save draft")
                .set("coverBy", "time")
                .fill("Moment", "0:10.6")
                .set("coverFrame", frame(page, 10_600))
                .submit();
        assertThat(behind.status).isEqualTo(422);
        assertThat(behind.document.select("#cover .error").text()).isEqualTo("The film ends at 0:10.");
    }

    @Test
    void aFrameOfAFilmThatSomebodyReplacedIsSaidAndNotTaken() {
        Page mine = film();
        Page emptied =
                kitchen.as(Role.APPROVER).get(mine.path).form("Remove image 1").submit();
        another(emptied.form("Save draft")).submit();
        assertThat(shot(mine).media.fileName).isEqualTo("other.mp4");
        Page told = mine.form("Save draft")
                .set("coverBy", "time")
                .fill("Moment", "0:02")
                .attachTo("frame", "frame-0-02.jpg", "image/jpeg", Kitchen.jpeg(Color.PINK))
                .submit();
        assertThat(told.status).isEqualTo(422);
        assertThat(told.document.select("#cover .error").text()).startsWith("The frame was taken out of another film.");
        assertThat(told.document.select("[name=coverFrame]").val()).isEmpty();
        assertThat(shot(mine).coverMillis).isNull();
        Page saved = told.form("Save draft").submit();
        assertThat(shot(saved).media.fileName).isEqualTo("other.mp4");
        assertThat(shot(saved).cover).isNull();
        assertThat(shot(saved).coverMillis).isEqualTo(2_000);
    }

    @Test
    void aFrameGoesWithTheFilmThatIsRemovedWhateverElseIsThere() {
        Page page = film();
        Page both = another(page.form("Save draft"))
                .set("coverBy", "time")
                .fill("Moment", "0:02")
                .attachTo("frame", "frame-0-02.jpg", "image/jpeg", Kitchen.jpeg(Color.PINK))
                .submit();
        assertThat(both.document.select("[name=coverFrame]").val()).startsWith(shot(page).media.id + "-2000-");
        Page one = both.form("Remove image 1").submit();
        assertThat(one.document.select(".shots .thumb")).hasSize(1);
        assertThat(one.document.select("[name=coverFrame]").val()).isEmpty();
    }
}
