package pinplan.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.support.People;
import pinplan.support.Pictures;
import pinplan.team.Role;

/** A part of a picture is a picture of its own; the whole one stays. */
@QuarkusTest
class CropTest {
    private final People people = People.fresh();
    private final Pages creator = people.as(Role.CREATOR);

    private Page uploaded(String name, byte[] bytes) {
        Page library = creator.get("/media")
                .form("Upload")
                .attach("Media", name, "image/jpeg", bytes)
                .submit();
        return creator.get(library.document.selectFirst(".shelf a").attr("href"));
    }

    @ParameterizedTest
    @CsvSource({
        "PORTRAIT, 900, 600, 100, 0, 50, 0, 0, 400, 600",
        "PORTRAIT, 900, 600, 100, 50, 50, 250, 0, 400, 600",
        "PORTRAIT, 900, 600, 100, 100, 0, 500, 0, 400, 600",
        "PORTRAIT, 600, 1800, 100, 0, 100, 0, 900, 600, 900",
        "SQUARE, 600, 900, 100, 50, 50, 0, 150, 600, 600",
        "SQUARE, 600, 900, 50, 0, 100, 0, 600, 300, 300",
        "SQUARE, 600, 900, 50, 100, 25, 300, 150, 300, 300",
        "PORTRAIT, 600, 900, 10, 100, 100, 540, 810, 60, 90",
        "TALL, 900, 1500, 100, 0, 0, 0, 0, 843, 1500",
        "TALL, 900, 1600, 100, 70, 70, 0, 0, 900, 1600",
        "SQUARE, 60000, 60000, 99, 100, 100, 600, 600, 59400, 59400",
    })
    void asMuchAsHasTheShape(
            Shape shape, int width, int height, int size, int across, int down, int x, int y, int wide, int high) {
        assertThat(new Place(size, across, down).of(shape, width, height)).isEqualTo(new Rectangle(x, y, wide, high));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPartIsTheOneThatOneSeesHoweverTheCameraWasHeld(int orientation) throws Exception {
        Picture picture = new ImageProbe(Limits.media()).read(Pictures.photographed(240, 160, orientation));
        Decoder decoder = new Decoder(Limits.media());
        BufferedImage whole = read(decoder.anew(picture, picture.seen()));
        Rectangle part = new Rectangle(20, 30, 80, 100);
        BufferedImage cut = read(decoder.anew(picture, part));
        assertThat(whole.getWidth()).isEqualTo(picture.seenWidth());
        assertThat(cut.getWidth()).isEqualTo(80);
        assertThat(cut.getHeight()).isEqualTo(100);
        for (int x = 4; x < 80; x += 12) {
            for (int y = 4; y < 100; y += 12) {
                assertThat(distance(cut.getRGB(x, y), whole.getRGB(x + 20, y + 30)))
                        .as("%d, %d", x, y)
                        .isLessThan(40);
            }
        }
    }

    private static BufferedImage read(byte[] bytes) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static int distance(int one, int other) {
        int all = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            all += Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF));
        }
        return all;
    }

    @Test
    void theWholeOneStaysAndItsWordsGoWithThePart() {
        Page whole = uploaded("tart.jpg", Pictures.jpeg(1200, 800));
        whole.form("Save")
                .fill("Alt text", "A slice of tart")
                .fill("Tags", "easter")
                .submit();
        Page part = creator.get(whole.path)
                .form("Crop it")
                .set("shape", "PORTRAIT")
                .fill("How much of it", "50")
                .fill("Across", "100")
                .submit();
        assertThat(part.status).as(part.text()).isEqualTo(200);
        assertThat(part.path).isNotEqualTo(whole.path);
        assertThat(part.heading()).isEqualTo("tart.jpg (2 : 3)");
        assertThat(part.says("266 × 400 pixels")).isTrue();
        assertThat(part.value("Alt text")).isEqualTo("A slice of tart");
        assertThat(part.value("Tags")).isEqualTo("easter");
        assertThat(creator.get(whole.path).says("1,200 × 800 pixels")).isTrue();
        assertThat(part.hasButton("Crop it")).isTrue();
        assertThat(people.as(Role.VIEWER).get(whole.path).hasButton("Crop it")).isFalse();
    }

    @Test
    void whatCannotBeCroppedIsSaid() {
        Page fits = uploaded("tart.jpg", Pictures.jpeg(600, 900));
        Page refused = fits.form("Crop it").submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.document.select("[data-crop] .error").text())
                .isEqualTo("It has this shape already. Choose less of it.");
        Page nothing =
                fits.form("Crop it").set("size", "0").set("across", "far").submit();
        assertThat(nothing.status).isEqualTo(422);
        assertThat(nothing.document.select("[data-crop] .error").eachText())
                .containsExactly("Type a whole number from 10 to 100.", "Type a whole number from 0 to 100.");
        assertThat(nothing.document.select("details[open] [data-crop]")).hasSize(1);
        Page small = uploaded("flat.jpg", Pictures.jpeg(900, 110));
        assertThat(small.form("Crop it")
                        .submit()
                        .document
                        .select("[data-crop] .error")
                        .text())
                .contains("at least");
    }
}
