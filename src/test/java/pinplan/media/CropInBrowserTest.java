package pinplan.media;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Screen;
import pinplan.team.Role;

/** The part that stays follows the mouse, and what is shown is what is cut. */
@QuarkusTest
class CropInBrowserTest {
    @TempDir
    Path folder;

    private final People people = People.fresh();

    /** Red, green, blue from left to right; dark below. */
    private Path picture() throws Exception {
        BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE};
        for (int at = 0; at < colours.length; at++) {
            pen.setColor(colours[at]);
            pen.fillRect(at * 300, 0, 300, 300);
            pen.setColor(colours[at].darker().darker());
            pen.fillRect(at * 300, 300, 300, 300);
        }
        pen.dispose();
        Path file = folder.resolve("flag.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static void drag(Browser browser, double across, double down) {
        BoundingBox cut = Browser.box(browser.page.locator(".cut"));
        Mouse mouse = browser.page.mouse();
        double x = cut.x + cut.width / 2;
        double y = cut.y + cut.height / 2;
        mouse.move(x, y);
        mouse.down();
        mouse.move(x + cut.width * across / 2, y + cut.height * down / 2);
        mouse.move(x + cut.width * across, y + cut.height * down);
        mouse.up();
    }

    @Test
    void aMouseMovesThePart() throws Exception {
        Media whole = Arc.container()
                .instance(Intake.class)
                .get()
                .upload(people.workspace, people.member(Role.CREATOR), picture(), "flag.png");
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(people.signIn(Role.CREATOR))) {
            browser.go("/media/" + whole.id);
            browser.awake().unfold("Crop");
            browser.page.getByLabel("1 : 1").check();
            browser.fill("How much of it", "50");
            drag(browser, 0.45, -0.45);
            assertThat(browser.field("Across")).hasValue("100");
            assertThat(browser.field("Down")).hasValue("0");
            drag(browser, -0.05, 0);
            int across = Integer.parseInt(browser.field("Across").inputValue());
            // 45 of the 600 pixels that it has to either side.
            assertThat(across).isBetween(92, 93);
            browser.shot("crop-moved").mustBeAccessible();
            browser.press("Crop it");
            assertThat(browser.page.locator(".flash")).containsText("a picture of its own");
            browser.page.waitForURL("**/media/*");
        }
        Media part = QuarkusTransaction.requiringNew()
                .call(() -> Media.<Media>find("workspace = ?1 and id <> ?2", people.workspace, whole.id)
                        .singleResult());
        Path file = Arc.container().instance(MediaStore.class).get().path(part);
        BufferedImage cut = ImageIO.read(Files.newInputStream(file));
        assertThat(cut.getWidth()).isEqualTo(300);
        assertThat(cut.getHeight()).isEqualTo(300);
        assertThat(bright(cut, 10, 150)).isEqualTo(Color.GREEN);
        assertThat(bright(cut, 60, 150)).isEqualTo(Color.BLUE);
        assertThat(bright(cut, 298, 298)).isEqualTo(Color.BLUE);
    }

    /** Packed anew a colour is never quite the same; a dark one is none. */
    private static Color bright(BufferedImage image, int x, int y) {
        Color there = new Color(image.getRGB(x, y));
        return new Color(there.getRed() / 200 * 255, there.getGreen() / 200 * 255, there.getBlue() / 200 * 255);
    }
}
