package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.support.Browser;
import pinplan.support.Keyboard;
import pinplan.support.Pictures;
import pinplan.support.Screen;
import pinplan.team.Role;

/** The pictures of a pin in another order, by mouse and by keyboard. */
@QuarkusTest
class ArrangingInBrowserTest {
    private static final String[] NAMES = {"one.jpg", "two.jpg", "three.jpg"};

    @TempDir
    Path folder;

    private final Kitchen kitchen = new Kitchen();
    private Path[] pictures;

    @BeforeEach
    void pictures() {
        pictures = IntStream.range(0, NAMES.length)
                .mapToObj(number -> picture(NAMES[number], Pictures.sketch(number + 1, 600, 900)))
                .toArray(Path[]::new);
    }

    private Path picture(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Browser creator() {
        return Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.CREATOR));
    }

    /** What is behind the name says how large it is. */
    private static void mustBe(Browser browser, String... names) {
        Locator shown = browser.page.locator(".shots.rows .clip");
        assertThat(shown).hasCount(names.length);
        for (int at = 0; at < names.length; at++) {
            assertThat(shown.nth(at)).containsText(names[at]);
        }
    }

    @Test
    void anImageIsDraggedToThePlaceOfAnother() {
        try (Browser browser = creator()) {
            browser.go("/pins/new");
            browser.awake();
            browser.fill("Title", "A tart in three steps");
            browser.field("Media").setInputFiles(pictures);
            browser.press("Save draft");
            mustBe(browser, NAMES);
            browser.awake();
            browser.fill("Alt text, image 3", "It is baked");
            browser.fill("Title", "Typed and not saved");

            Mouse mouse = lifted(browser, 2, 0);
            assertThat(browser.page.locator(".shots.rows > .above")).hasCount(1);
            browser.shot("order-dragging");
            browser.page.keyboard().press("Escape");
            mouse.up();
            mustBe(browser, NAMES);

            browser.page.waitForNavigation(() -> lifted(browser, 2, 0).up());
            mustBe(browser, "three.jpg", "one.jpg", "two.jpg");
            assertThat(browser.field("Alt text")).hasValue("It is baked");
            assertThat(browser.field("Title")).hasValue("Typed and not saved");
            browser.awake();
            browser.page.waitForNavigation(() -> lifted(browser, 0, 1).up());
            mustBe(browser, "one.jpg", "three.jpg", "two.jpg");
            assertThat(browser.field("Alt text, image 2")).hasValue("It is baked");
        }
    }

    /** The button is still down. */
    private static Mouse lifted(Browser browser, int from, int to) {
        Locator thumbs = browser.page.locator(".shots.rows .thumb");
        thumbs.nth(from).scrollIntoViewIfNeeded();
        BoundingBox start = Browser.box(thumbs.nth(from));
        BoundingBox end = Browser.box(thumbs.nth(to));
        Mouse mouse = browser.page.mouse();
        mouse.move(start.x + 20, start.y + 20);
        mouse.down();
        mouse.move(start.x + 20, start.y + (end.y > start.y ? 40 : 0));
        mouse.move(end.x + 20, end.y + 30);
        return mouse;
    }

    @ParameterizedTest
    @MethodSource("pinplan.support.Screen#all")
    void oneOfTheLibraryIsFoundAndChosen(Screen screen) {
        try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/media");
            browser.awake();
            browser.field("Media").setInputFiles(pictures);
            browser.press("Upload");
            assertThat(browser.page.locator(".shelf li")).hasCount(NAMES.length);
            browser.go("/pins/new");
            browser.awake().unfold("From the library");
            browser.fill("Title", "Typed and not saved");
            assertThat(browser.page.locator(".library .choices button")).hasCount(NAMES.length);
            browser.fill("Search the library", "o.j");
            assertThat(browser.page.locator(".library .choices button")).hasText(new String[] {"two.jpg"});
            browser.press("two.jpg");
            mustBe(browser, "two.jpg");
            assertThat(browser.field("Title")).hasValue("Typed and not saved");
            browser.awake();
            browser.press("one.jpg");
            mustBe(browser, "two.jpg", "one.jpg");
            browser.awake().shot("composer-library").mustBeAccessible();
        }
    }

    @Test
    void aCarouselIsMadeAndArrangedByKeyboardAlone() {
        try (Browser browser = creator()) {
            browser.go("/calendar");
            browser.awake();
            Keyboard keys = new Keyboard(browser.page);
            browser.page.waitForNavigation(() -> keys.press("n"));
            keys.to("Title").type("A tart in three steps");
            keys.to("Account").type("Kitchen");
            keys.to("Board").type("Easter");
            keys.file("Media", pictures);
            keys.open("Save draft");
            mustBe(browser, NAMES);
            keys.to("Alt text, image 3").type("It is baked");
            keys.open("Earlier: image 3");
            mustBe(browser, "one.jpg", "three.jpg", "two.jpg");
            // Whoever moved it is still there, and goes on.
            browser.page.waitForNavigation(() -> keys.press("Enter"));
            mustBe(browser, "three.jpg", "one.jpg", "two.jpg");
            assertThat(browser.page.locator("button:focus")).hasText("Later: image 1");
            assertThat(browser.field("Alt text")).hasValue("It is baked");
            keys.open("Submit for review");
            org.assertj.core.api.Assertions.assertThat(browser.status()).isEqualTo("In review");
        }
    }
}
