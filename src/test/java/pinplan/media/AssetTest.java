package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.pin.Pin;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.support.Pictures;
import pinplan.support.Things;
import pinplan.team.Role;

/** The page of one media, and the words that people give it. */
@QuarkusTest
class AssetTest {
    private People people;
    private Pages creator;

    @BeforeEach
    void people() {
        people = People.fresh();
        creator = people.as(Role.CREATOR);
    }

    @Test
    void saysAllAboutIt() {
        Page page = uploaded("tart.jpg", Pictures.jpeg(640, 960));
        assertThat(page.heading()).isEqualTo("tart.jpg");
        assertThat(page.document.select(".whole img").attr("src")).isEqualTo(page.path + "/file");
        assertThat(page.text())
                .contains("640 × 960 pixels", "2 : 3", "by " + people.member(Role.CREATOR).name, "In no pin yet");
        assertThat(uploaded("long.jpg", Pictures.jpeg(700, 1_531)).text()).contains("1 : 2.19", "cuts its end off");
        assertThat(uploaded("film.mp4", Pictures.mp4(720, 1_280, 10)).document.select(".whole video"))
                .hasSize(1);
    }

    @Test
    void keepsItsWords() {
        Page saved = uploaded("tart.jpg", Pictures.jpeg(640, 960))
                .form("Save")
                .fill("Name", "  Lemon tart ")
                .fill("Tags", "Easter, Lemon   Tart,, easter ,")
                .fill("Alt text", "A slice of tart")
                .submit();
        assertThat(saved.says("Saved.")).isTrue();
        assertThat(saved.heading()).isEqualTo("Lemon tart");
        assertThat(saved.value("Tags")).isEqualTo("easter, lemon tart");
        assertThat(saved.follow("lemon tart").document.select(".shelf b").eachText())
                .containsExactly("Lemon tart");
        assertThat(people.as(Role.OWNER).get("/activity").text()).contains("changed the words of");
        Page viewer = people.as(Role.VIEWER).get(saved.path);
        assertThat(viewer.hasButton("Save")).isFalse();
        assertThat(viewer.says("A slice of tart")).isTrue();
    }

    @Test
    void refusesWhatCanNotBeKeptAndKeepsWhatWasTyped() {
        Page page = uploaded("tart.jpg", Pictures.jpeg(640, 960));
        Page refused = page.form("Save")
                .fill("Name", "n".repeat(101))
                .fill("Tags", "x".repeat(41))
                .fill("Alt text", "é".repeat(501))
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Name")).contains("at most 100", "101");
        assertThat(refused.error("Tags")).contains("at most 40", "41");
        assertThat(refused.error("Alt text")).contains("at most 500", "501");
        assertThat(refused.value("Alt text")).hasSize(501);
        String many = String.join(
                ",",
                java.util.stream.IntStream.range(0, 21).mapToObj(n -> "t" + n).toList());
        assertThat(page.form("Save").fill("Tags", many).submit().error("Tags")).contains("at most 20", "21");
        assertThat(creator.get(page.path).value("Alt text")).isEmpty();
    }

    @Test
    void twoPeopleDoNotOverwriteEachOtherUnseen() {
        Form first = uploaded("tart.jpg", Pictures.jpeg(640, 960)).form("Save").fill("Alt text", "Mine");
        Form second = creator.get(path).form("Save").fill("Alt text", "Theirs");
        first.submit();
        Page clash = second.submit();
        assertThat(clash.status).isEqualTo(409);
        assertThat(clash.text()).contains("Somebody changed this", "“Mine”");
        assertThat(clash.value("Alt text")).isEqualTo("Theirs");
        assertThat(clash.form("Save").submit().value("Alt text")).isEqualTo("Theirs");
    }

    @Test
    void showsEachPinThatShowsItWithItsStatus() {
        Pin pin = QuarkusTransaction.requiringNew().call(() -> Things.in(people).submitted(null));
        Media media = QuarkusTransaction.requiringNew()
                .call(() -> Pin.in(people.workspace, pin.id).shots().get(0).media);
        Page page = creator.get("/media/" + media.id);
        assertThat(page.document
                        .select("#used .chip[href=/pins/" + pin.id + "]")
                        .text())
                .contains("No-bake lemon tart", "In review", "Recipes");
        assertThat(People.fresh().as(Role.OWNER).get("/media/" + media.id).status)
                .isEqualTo(404);
    }

    @Test
    void offersItsAltTextWhereItIsAddedToAPin() {
        byte[] bytes = Pictures.jpeg(1_000, 1_500);
        uploaded("tart.jpg", bytes)
                .form("Save")
                .fill("Alt text", "A slice of tart")
                .submit();
        Page draft = creator.get("/pins/new")
                .form("Save draft")
                .attach("Media", "again.jpg", "image/jpeg", bytes)
                .submit();
        assertThat(draft.value("Alt text")).isEqualTo("A slice of tart");
        Page typed = creator.get("/pins/new")
                .form("Save draft")
                .attach("Media", "again.jpg", "image/jpeg", bytes)
                .fill("Alt text", "My own words")
                .submit();
        assertThat(typed.value("Alt text")).isEqualTo("My own words");
        Page planned = creator.get(path).follow("Plan a pin of it");
        assertThat(planned.value("Alt text")).isEqualTo("A slice of tart");

        creator.sending().multiPart("media", "quick.jpg", bytes, "image/jpeg").post("/pins/quick");
        Long quick = Pin.<Pin>find("workspace = ?1 order by id desc", people.workspace)
                .firstResult()
                .id;
        assertThat(creator.get("/pins/" + quick).value("Alt text")).isEqualTo("A slice of tart");
    }

    /** An approval binds the alt text too, so nobody sends one on that they have not seen. */
    @Test
    void isReadBeforeItIsSentToReview() {
        byte[] bytes = Pictures.jpeg(1_000, 1_500);
        uploaded("tart.jpg", bytes)
                .form("Save")
                .fill("Alt text", "A slice of tart")
                .submit();
        var board =
                QuarkusTransaction.requiringNew().call(() -> Things.in(people).board());
        Page asked = creator.get("/pins/new?board=" + board.id)
                .form("Submit for review")
                .attach("Media", "again.jpg", "image/jpeg", bytes)
                .submit();
        assertThat(asked.status).isEqualTo(422);
        assertThat(asked.error("Alt text")).contains("from the library");
        assertThat(asked.value("Alt text")).isEqualTo("A slice of tart");
        assertThat(asked.form("Submit for review")
                        .submit()
                        .document
                        .select("main .status")
                        .text())
                .isEqualTo("In review");
    }

    private String path;

    private Page uploaded(String name, byte... bytes) {
        Page page = creator.get("/media")
                .form("Upload")
                .attach("Media", name, "application/octet-stream", bytes)
                .submit();
        path = page.document.selectFirst(".shelf a").attr("href");
        return creator.get(path);
    }
}
