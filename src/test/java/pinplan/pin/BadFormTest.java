package pinplan.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.support.Form;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.Pictures;
import pinplan.team.Role;

/** Files that can't be taken, and how a form that comes back reads: everything typed is still there. */
@QuarkusTest
class BadFormTest {
    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);

    private Form typed() {
        return creator.get("/pins/new")
                .form("Save draft")
                .fill("Title", "Lemon tart")
                .fill("Description", "Bright.\nQuick.")
                .fill("Destination link", "https://example.org/tart")
                .choose("Account", "Kitchen Garden")
                .choose("Board", "Easter recipes")
                .fill("Publish date", "2031-05-01")
                .fill("Publish time", "09:30")
                .fill("Alt text", "A slice");
    }

    private void isAllThere(Page page) {
        Map.of(
                        "Title", "Lemon tart",
                        "Description", "Bright.\nQuick.",
                        "Destination link", "https://example.org/tart",
                        "Account", kitchen.garden.id.toString(),
                        "Board", kitchen.recipes.id.toString(),
                        "Publish date", "2031-05-01",
                        "Publish time", "09:30",
                        "Alt text", "A slice")
                .forEach((label, value) ->
                        assertThat(page.value(label)).as(label).isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "truncated", "too large", "bomb"})
    void aBadFileIsSaidBesideItsFieldAndNothingTypedIsLost(String which) throws Exception {
        byte[] jpeg = Kitchen.jpeg(Color.PINK);
        byte[] bytes = switch (which) {
            case "text" -> "hello".getBytes();
            case "truncated" -> Arrays.copyOf(jpeg, jpeg.length / 2);
            case "too large" -> Pictures.joined(jpeg, new byte[25_000_000]);
            default -> bomb();
        };
        String sentence = switch (which) {
            case "text" -> "neither";
            case "truncated" -> "ends too early";
            case "too large" -> "20 MB";
            default -> "30,000 × 30,000";
        };
        Page page = typed().attach("Media", "bad.jpg", "image/jpeg", bytes).submit();
        assertThat(page.status).isEqualTo(422);
        assertThat(page.error("Media")).contains("“bad.jpg”").contains(sentence);
        isAllThere(page);
        // Without the image its text has no place yet: said, not dropped.
        Page again = page.form("Save draft").submit();
        assertThat(again.status).isEqualTo(422);
        assertThat(again.error("Alt text")).contains("add one");
        isAllThere(again);
        Page saved = again.form("Save draft")
                .attach("Media", "good.jpg", "image/jpeg", jpeg)
                .submit();
        assertThat(saved.status).isEqualTo(200);
        isAllThere(saved);
    }

    /** A small file that says it is as large as a wall. */
    private static byte[] bomb() {
        byte[] png = Pictures.png(300, 450);
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(png);
        header.putInt(16, 30_000).putInt(20, 30_000);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    @Test
    void theSameFileTwiceIsKeptOnceAndSaid() {
        byte[] jpeg = Kitchen.jpeg(Color.PINK);
        Page saved = typed().attach("Media", "one.jpg", "image/jpeg", jpeg)
                .attach("Media", "copy.jpg", "image/jpeg", jpeg)
                .submit();
        assertThat(saved.status).isEqualTo(200);
        assertThat(saved.document.select(".shots input[name=shot]")).hasSize(1);
        assertThat(saved.says("The draft is saved. “copy.jpg” is in this pin already: it is kept once."))
                .isTrue();
        Page refused = saved.form("Save draft")
                .fill("Title", "t".repeat(101))
                .attach("Media", "again.jpg", "image/jpeg", jpeg)
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.error("Media")).isNull();
        assertThat(refused.says("“again.jpg” is in this pin already")).isTrue();
    }

    @Test
    void whatNeedsALookIsListedInTheFormsOrder() {
        Page page = creator.get("/pins/new")
                .form("Save draft")
                .fill("Title", "t".repeat(101))
                .fill("Destination link", "nowhere")
                .choose("Account", "Kitchen Garden")
                .choose("Board", "Balcony ideas")
                .fill("Publish date", "2031-02-30")
                .fill("Alt text", "a".repeat(501))
                .attach("Media", "note.txt", "text/plain", "hello".getBytes())
                .attach("Media", "tart.jpg", "image/jpeg", Kitchen.jpeg(Color.PINK))
                .fill("Thumbnail URL", "https://example.org/small.jpg")
                .submit();
        assertThat(page.status).isEqualTo(422);
        var links = page.document.select("main .notice.bad a");
        assertThat(links.eachText())
                .containsExactly(
                        "Title", "Destination link", "Board", "Publish date", "Alt text", "Media", "Thumbnail URL");
        // And that is the order in which they stand, each with its sentence.
        assertThat(page.document.select(".compose .error").eachAttr("id"))
                .containsExactlyElementsOf(links.eachAttr("href").stream()
                        .map(href -> href.substring(1) + "-error")
                        .toList());
    }

    @Test
    void aBoardsPageChoosesItAndItsAccount() {
        Page page = creator.get("/boards/" + kitchen.balcony.id).follow("Plan one");
        assertThat(page.value("Board")).isEqualTo(kitchen.balcony.id.toString());
        assertThat(page.value("Account")).isEqualTo(kitchen.rooms.id.toString());
        assertThat(creator.get("/pins/new?board=" + new Kitchen().balcony.id).status)
                .isEqualTo(404);
    }
}
