package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.media.MediaStore;
import pinplan.support.Browser;
import pinplan.support.Film;
import pinplan.support.Screen;
import pinplan.team.Role;

/** A frame of a film is chosen where the film plays: in the page. */
@QuarkusTest
class CoverInBrowserTest {
    private static final List<Color> SECONDS =
            List.of(new Color(0xC0392B), new Color(0xE0A030), new Color(0x2E8B57), new Color(0x2F6FB0), Color.GRAY);

    private final Kitchen kitchen = new Kitchen();

    static List<Screen> screens() {
        return Screen.all();
    }

    private Browser signedIn(Screen screen, String path) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR));
        browser.go(path);
        return browser.awake();
    }

    private static FilePayload film(String name, String type, String brand) {
        return new FilePayload(
                name,
                type,
                Film.of(320, 480, SECONDS).branded(brand).headersFirst().bytes());
    }

    /** Goes there and waits until that picture of it is shown. */
    private static void seek(Browser browser, double seconds) {
        browser.page.locator("#cover video").evaluate("""
                (film, seconds) => new Promise((done, wrong) => {
                  film.addEventListener("error", () => wrong(film.error), { once: true });
                  film.addEventListener("seeked", done, { once: true });
                  const go = () => (film.currentTime = seconds);
                  film.readyState > 0 ? go() : film.addEventListener("loadedmetadata", go, { once: true });
                  if (film.error) wrong(film.error);
                })""", seconds);
    }

    private Shot shot(Browser browser) {
        Long id = Long.valueOf(browser.page.url().replaceFirst(".*/pins/", "").replaceFirst("[?#].*", ""));
        return Kitchen.write(() -> {
            Shot shot = Pin.in(kitchen.people.workspace, id).shots().get(0);
            shot.face().fileName.length();
            return shot;
        });
    }

    private static Color seen(Shot shot) {
        try {
            BufferedImage picture = ImageIO.read(Arc.container()
                    .instance(MediaStore.class)
                    .get()
                    .path(shot.cover)
                    .toFile());
            assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(320, 480);
            return new Color(picture.getRGB(160, 240));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void alike(Color seen, Color meant) {
        assertThat(seen.getRed()).isBetween(meant.getRed() - 12, meant.getRed() + 12);
        assertThat(seen.getGreen()).isBetween(meant.getGreen() - 12, meant.getGreen() + 12);
        assertThat(seen.getBlue()).isBetween(meant.getBlue() - 12, meant.getBlue() + 12);
    }

    @Test
    void theFrameThatIsSeenBecomesTheCover() {
        try (Browser creator = signedIn(Screen.WIDE, "/pins/new")) {
            assertThat(creator.page.locator("#cover")).isHidden();
            creator.fill("Title", "Five colours");
            creator.field("Media").setInputFiles(film("colours.mov", "video/quicktime", "qt  "));
            assertThat(creator.page.locator("#cover")).isVisible();
            seek(creator, 2.5);
            creator.press("Use this frame");
            assertThat(creator.field("Moment")).hasValue("0:02.5");
            assertThat(creator.field("A moment of the film")).isChecked();
            assertThat(creator.page.locator("[data-note=film]")).hasText("Its cover: the frame at 0:02.5.");
            creator.press("Save draft").awake();
            Shot shot = shot(creator);
            assertThat(shot.coverMillis).isEqualTo(2_500);
            assertThat(shot.cover.fileName).isEqualTo("frame-0-02.5.jpg");
            alike(seen(shot), SECONDS.get(2));

            // From our own server, by ranges; another frame, then none of them but a moment.
            seek(creator, 3.25);
            creator.press("Use this frame");
            creator.press("Save draft").awake();
            assertThat(shot(creator).coverMillis).isEqualTo(3_250);
            alike(seen(shot(creator)), SECONDS.get(3));
            assertThat(creator.page.locator(".pin-preview video"))
                    .hasAttribute(
                            "poster", java.util.regex.Pattern.compile("/media/" + shot(creator).cover.id + "/.*"));
            creator.fill("Moment", "1");
            assertThat(creator.page.locator("[data-taken]")).isHidden();
            creator.press("Save draft").awake();
            assertThat(shot(creator).cover).isNull();
            assertThat(shot(creator).coverMillis).isEqualTo(1_000);
        }
    }

    @Test
    void aPictureOfItsOwnIsShownAtOnce() {
        try (Browser creator = signedIn(Screen.WIDE, "/pins/new")) {
            creator.field("Media").setInputFiles(film("colours.mp4", "video/mp4", "isom"));
            creator.field("Upload one")
                    .setInputFiles(new FilePayload("own.jpg", "image/jpeg", Kitchen.jpeg(Color.PINK)));
            assertThat(creator.field("A picture of its own")).isChecked();
            assertThat(creator.page.locator("[data-note=film]")).hasText("Its cover: “own.jpg”.");
            assertThat(creator.page.locator(".reel > li")).hasCount(1);
            creator.press("Save draft").awake();
            assertThat(shot(creator).cover.fileName).isEqualTo("own.jpg");
            assertThat(shot(creator).media.video()).isTrue();
        }
    }

    private static FilePayload own() {
        return new FilePayload("own.jpg", "image/jpeg", Kitchen.jpeg(Color.PINK));
    }

    @Test
    void whatIsChosenLastIsTheCover() {
        var library = kitchen.picture();
        try (Browser creator = signedIn(Screen.WIDE, "/pins/new")) {
            creator.field("Media").setInputFiles(film("colours.mp4", "video/mp4", "isom"));
            creator.press("Save draft").awake();
            Locator file = creator.field("Upload one");
            Locator offered = creator.page.locator("[name=coverImage][value='" + library.id + "']");
            assertThat(offered).not().isChecked();

            offered.check(new Locator.CheckOptions().setForce(true));
            file.setInputFiles(own());
            assertThat(offered).not().isChecked();
            offered.check(new Locator.CheckOptions().setForce(true));
            assertThat(file).hasValue("");
            file.setInputFiles(own());
            creator.field("A moment of the film").check();
            assertThat(file).hasValue("");
            file.setInputFiles(own());
            seek(creator, 2.5);
            creator.press("Use this frame");
            assertThat(file).hasValue("");
            creator.press("Save draft").awake();
            assertThat(shot(creator).cover.fileName).isEqualTo("frame-0-02.5.jpg");

            file.setInputFiles(own());
            creator.field("Publer takes one out of the film").check();
            assertThat(file).hasValue("");
            assertThat(creator.field("Moment")).hasValue("");
            creator.press("Save draft").awake();
            assertThat(creator.page.locator("[data-note=film]")).containsText("No cover is chosen");
        }
    }

    @Test
    void afterAFrameNoneCanBeChosen() {
        try (Browser creator = signedIn(Screen.WIDE, "/pins/new")) {
            creator.field("Media").setInputFiles(film("colours.mp4", "video/mp4", "isom"));
            seek(creator, 2.5);
            creator.press("Use this frame");
            assertThat(creator.page.locator("[data-taken]")).isVisible();
            creator.field("Publer takes one out of the film").check();
            assertThat(creator.page.locator("[data-taken]")).isHidden();
            creator.press("Save draft").awake();
            assertThat(shot(creator).cover).isNull();
            assertThat(shot(creator).coverMillis).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void aFilmAndItsCoverFitTheScreen(Screen screen) {
        for (Color colour : List.of(Color.PINK, Color.CYAN, Color.LIGHT_GRAY, Color.YELLOW)) {
            Kitchen.write(() -> kitchen.picture(colour));
        }
        try (Browser creator = signedIn(screen, "/pins/new")) {
            creator.fill("Title", "Five colours");
            creator.field("Media").setInputFiles(film("colours.m4v", "video/x-m4v", "M4V "));
            creator.press("Save draft").awake();
            seek(creator, 1.5);
            creator.press("Use this frame");
            assertThat(creator.page.locator("[data-taken]")).isVisible();
            Locator cover = creator.page.locator("#cover");
            cover.scrollIntoViewIfNeeded();
            creator.shot("cover-choice").mustBeAccessible();
            creator.press("Save draft").awake();
            creator.page.locator("#cover").scrollIntoViewIfNeeded();
            creator.shot("cover-chosen").mustBeAccessible();
            creator.go("/media/" + shot(creator).media.id);
            creator.awake();
            creator.shot("cover-media").mustBeAccessible();
        }
    }
}
