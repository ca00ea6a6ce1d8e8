package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.media.Media;
import pinplan.media.Origin;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.PictureServer;
import pinplan.team.Role;

/** What the page behind a link says can be taken over, piece by piece, and nothing that was typed is lost by it. */
@QuarkusTest
class OfferTest {
    private static final String LIBRARY = "Fetch it into the library: it stays as it is now";
    private static final String THERE = "Leave it there: Publer fetches it itself";

    private final Kitchen kitchen = new Kitchen();
    private final String place = UUID.randomUUID().toString();
    private String tart;
    private String picture;

    @BeforeEach
    void aShop() {
        picture = PictureServer.put(place + "/tart.jpg", Kitchen.jpeg(Color.YELLOW));
        tart = PictureServer.page(
                place + "/tart",
                "<title>Lemon tart &amp; cream</title><meta name=description content='Bright <b>and</b> quick.'>"
                        + "<meta property=og:image content=tart.jpg><meta property=og:image:alt content='A slice'>"
                                .replace("content=tart.jpg", "content=/" + place + "/tart.jpg"));
    }

    private Form begun() {
        return kitchen.as(Role.CREATOR)
                .get("/pins/new")
                .form("Look at the page")
                .fill("Destination link", tart);
    }

    private List<Media> shown(Page page) {
        return page.document.select(".shots input[name=shot]").eachAttr("value").stream()
                .map(id -> Kitchen.write(() -> Media.<Media>findById(Long.valueOf(id))))
                .toList();
    }

    @Test
    void lookingKeepsAllThatIsTypedAndSavesNothing() {
        Page page = begun().fill("Title", "My own")
                .fill("Description", "Two\nlines")
                .fill("Publish date", "2031-05-04")
                .attach("Media", "own.jpg", "image/jpeg", Kitchen.jpeg(Color.RED))
                .submit();
        assertThat(page.status).isEqualTo(200);
        assertThat(page.value("Title")).isEqualTo("My own");
        assertThat(page.value("Description")).isEqualTo("Two\nlines");
        assertThat(page.value("Publish date")).isEqualTo("2031-05-04");
        assertThat(page.value("Destination link")).isEqualTo(tart);
        assertThat(shown(page)).hasSize(1);
        assertThat(page.document.select(".offer").text())
                .contains("Lemon tart & cream", "Bright <b>and</b> quick.", "tart.jpg", "A slice");
        assertThat(page.document.select(".offer img"))
                .as("loaded from there by the browser")
                .isEmpty();
        assertThat(Kitchen.write(() -> Pin.count("workspace", kitchen.people.workspace)))
                .isZero();
    }

    @Test
    void eachPieceIsTakenByItsOwnButton() {
        Page looked = begun().fill("Title", "My own").submit();
        Page titled = looked.form("Take as title").submit();
        assertThat(titled.value("Title")).isEqualTo("Lemon tart & cream");
        assertThat(titled.value("Description")).isEmpty();
        Page described = titled.form("Take as description").submit();
        assertThat(described.value("Description")).isEqualTo("Bright <b>and</b> quick.");
        assertThat(described.value("Title")).isEqualTo("Lemon tart & cream");
        Page fetched = described.form("Fetch into the library: tart.jpg").submit();
        Media ours = shown(fetched).get(0);
        assertThat(ours.origin).isEqualTo(Origin.UPLOAD);
        assertThat(ours.cameFrom).isEqualTo(picture);
        assertThat(ours.fileName).isEqualTo("tart.jpg");
        assertThat(kitchen.as(Role.VIEWER).get("/media/" + ours.id).text()).contains("Fetched from " + picture);
        Page saved = fetched.form("Save draft").submit();
        assertThat(saved.heading()).isEqualTo("Lemon tart & cream");
        assertThat(shown(saved)).extracting(media -> media.id).containsExactly(ours.id);
    }

    @Test
    void aPictureCanStayWhereItIs() {
        Page page = begun().submit().form("Leave it there: tart.jpg").submit();
        assertThat(shown(page)).extracting(media -> media.origin).containsExactly(Origin.URL);
        assertThat(page.document.select(".shots").text()).contains("1000 × 1500", "kB · stays at its own address");
        assertThat(page.document.select(".offer")).as("still there").hasSize(1);
    }

    @Test
    void aPictureThatIsGoneIsSaidBesideTheMedia() {
        Page looked = begun().fill("Title", "My own").submit();
        PictureServer.put(place + "/tart.jpg");
        Page page = looked.form("Fetch into the library: tart.jpg").submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Media")).contains(picture, "Nothing could be fetched");
        assertThat(page.value("Title")).isEqualTo("My own");
    }

    @Test
    void aPageThatSaysNothingIsToldSo() {
        assertThat(look(PictureServer.put(place + "/away", 404, "", new byte[0])))
                .contains("Nothing could be read from this page.");
        assertThat(look("http://127.0.0.1/")).contains("Nothing could be read from this page.");
        assertThat(look("nonsense")).contains("Nothing could be read from this page.");
        assertThat(look("")).contains("Type the link first.");
        assertThat(look(PictureServer.page(place + "/empty", "<p>Hello</p>"))).contains("says nothing of itself");
    }

    private String look(String link) {
        return begun().fill("Destination link", link)
                .submit()
                .document
                .select(".offer")
                .text();
    }

    @Test
    void anImageUrlIsFetchedIntoTheLibraryUnlessItIsToStay() {
        Page page = imageUrl().submit();
        assertThat(page.status).isEqualTo(200);
        assertThat(shown(page)).extracting(media -> media.origin).containsExactly(Origin.UPLOAD);
        page = imageUrl().choose(THERE, "").submit();
        assertThat(shown(page)).extracting(media -> media.origin).containsExactly(Origin.URL);
        page = imageUrl().uncheck(LIBRARY).submit();
        assertThat(shown(page))
                .as("nobody says")
                .extracting(media -> media.origin)
                .containsExactly(Origin.URL);
    }

    private Form imageUrl() {
        return kitchen.as(Role.CREATOR)
                .get("/pins/new")
                .form("Save draft")
                .fill("Title", "Tart")
                .fill("Image URL", picture);
    }

    @Test
    void aThumbnailBelongsToOneThatStays() {
        Page page = imageUrl().fill("Thumbnail URL", picture).submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Thumbnail URL")).contains("leave the picture there");
        Page stays = page.form("Save draft").choose(THERE, "").submit();
        assertThat(shown(stays)).extracting(media -> media.origin).containsExactly(Origin.URL);
    }

    @Test
    void theChoiceStaysChosenWhenTheFormComesBack() {
        Page page = imageUrl()
                .choose(THERE, "")
                .fill("Image URL", "http://127.0.0.1/a.jpg")
                .submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.document.select("#imagePlace-there").hasAttr("checked")).isTrue();
    }

    @Test
    void aShortenerIsPointedOut() {
        Pin pin = kitchen.draft("Tart", Role.CREATOR);
        kitchen.verb(
                pin, Role.CREATOR, (one, by, now) -> one.edit(one.fields().leadingTo("https://bit.ly/3xyz"), by, now));
        Page page = kitchen.as(Role.CREATOR).get("/pins/" + pin.id);
        assertThat(page.document.select("[data-link] .shortener").text()).contains("bit.ly only sends people on");
        assertThat(page.document.select(".checks-card .warn").text()).contains("bit.ly only sends people on");
        // Never asked in a test.
        Kitchen.write(() -> pinplan.link.Destination.update("health.checkAt = null where host = 'bit.ly'"));
    }
}
