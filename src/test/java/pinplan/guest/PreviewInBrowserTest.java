package pinplan.guest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.pin.FeedTitles;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.pin.Shot;
import pinplan.support.Browser;
import pinplan.support.Pictures;
import pinplan.support.Screen;
import pinplan.team.Role;

/** What Pinterest makes of a pin: while it is written, and the same for everybody who decides on it. */
@QuarkusTest
class PreviewInBrowserTest {
    private static final String LONG = "A no-bake lemon tart that is ready in the time it takes to chill";

    private final Kitchen kitchen = new Kitchen();

    static List<Screen> screens() {
        return Screen.all();
    }

    private static FilePayload jpeg(String name, int width, int height) {
        return new FilePayload(name, "image/jpeg", Pictures.jpeg(width, height));
    }

    private Browser signedIn(Screen screen, Role role, String path) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(role));
        browser.go(path);
        return screen.runsScript() ? browser.awake() : browser;
    }

    private static void look(Browser browser, String as) {
        browser.page.locator(".looks label").getByText(as).first().click();
    }

    private static Locator shown(Browser browser, String what) {
        return browser.page.locator("[data-shows=" + what + "]").first();
    }

    private static Locator note(Browser browser, String name) {
        return browser.page.locator("[data-note=" + name + "]");
    }

    /** All that a preview says and shows, whoever looks at it. */
    private static List<String> everything(Browser browser) {
        Locator preview = browser.page.locator(".pin-preview").first();
        Stream<String> words = Stream.of("kept", "rest", "description", "host", "account")
                .map(name ->
                        preview.locator("[data-shows=" + name + "]").first().textContent());
        Stream<String> notes = preview.locator(".cuts li:not([hidden])").allTextContents().stream();
        Stream<String> picture = Stream.of(
                preview.locator(".reel img").getAttribute("src").replaceFirst("^/g/[^/]+", ""),
                preview.locator(".reel img").getAttribute("alt"),
                preview.locator(".in-feed").getAttribute("viewBox"),
                preview.locator(".whole").getAttribute("viewBox"));
        return Stream.of(words, notes, picture).flatMap(all -> all).toList();
    }

    @Test
    void aTitleIsCutWhileOneTypesAsTheServerCutsIt() {
        try (Browser creator = signedIn(Screen.WIDE, Role.CREATOR, "/pins/new")) {
            for (FeedTitles.Cut cut : FeedTitles.ALL) {
                creator.fill("Title", cut.title());
                int[] points = cut.title().codePoints().toArray();
                assertThat(shown(creator, "kept").textContent()).isEqualTo(new String(points, 0, cut.shown()));
                assertThat(shown(creator, "rest").textContent())
                        .isEqualTo(new String(points, cut.shown(), points.length - cut.shown()));
                assertThat(note(creator, "title").isVisible()).isEqualTo(points.length > cut.shown());
            }
        }
    }

    @Test
    void chosenFilesShowAtOnce() {
        try (Browser creator = signedIn(Screen.WIDE, Role.CREATOR, "/pins/new")) {
            creator.fill("Destination link", "https://www.example.org/tart").choose("Board", "Easter recipes");
            assertThat(shown(creator, "host")).hasText("example.org");
            assertThat(shown(creator, "account")).hasText("Kitchen Garden");
            creator.field("Media").setInputFiles(jpeg("tall.jpg", 600, 2_000));
            assertThat(note(creator, "tall"))
                    .hasText("Taller than 1 : 2.1: the feed shows the upper 1260 of its 2000 pixels,"
                            + " and cuts the rest off.");
            assertThat(creator.page.locator(".in-feed")).hasAttribute("viewBox", "0 0 600 1260");
            creator.field("Media")
                    .setInputFiles(new FilePayload[] {jpeg("one.jpg", 600, 900), jpeg("two.jpg", 900, 900)});
            assertThat(creator.page.locator(".reel .mark").last()).hasText("2 of 2");
            assertThat(note(creator, "uneven")).isVisible();
            assertThat(note(creator, "tall")).isHidden();
            creator.field("Media")
                    .setInputFiles(new FilePayload("film.mp4", "video/mp4", Pictures.mp4(720, 1_280, 12)));
            assertThat(creator.page.locator(".reel video")).hasAttribute("src", Pattern.compile("^blob:"));
            assertThat(creator.page.locator(".reel > li")).hasCount(1);
            assertThat(note(creator, "film")).isVisible();
            creator.press("Save draft").awake();
            assertThat(creator.page.locator(".reel .mark")).hasText("0:12");
            assertThat(creator.page.locator(".in-feed")).hasAttribute("viewBox", "0 0 720 1280");
            look(creator, "Close-up");
            creator.shot("preview-film").mustBeAccessible();
            // It was looked at, and nothing was typed.
            creator.go("/calendar");
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everybodySeesTheSame(Screen screen) {
        List<String> written;
        String path;
        try (Browser creator = signedIn(screen, Role.CREATOR, "/pins/new")) {
            creator.fill("Title", LONG)
                    .fill("Description", "Bright and quick.\nTwelve slices, five ingredients, no oven.")
                    .fill("Destination link", "https://www.example.org/tart")
                    .choose("Account", "Kitchen Garden")
                    .choose("Board", "Easter recipes")
                    .fill("Alt text", "A slice on a plate");
            creator.field("Media").setInputFiles(jpeg("tall.jpg", 600, 2_000));
            assertThat(note(creator, "tall")).isVisible();
            creator.press("Save draft").awake();
            written = everything(creator);
            path = creator.page.url().replaceFirst("^https?://[^/]+", "");
            creator.shot("preview-feed");
            look(creator, "Phone");
            creator.shot("preview-phone").mustBeAccessible();
            creator.press("Submit for review").awake();
        }
        assertThat(written)
                .contains("A no-bake lemon tart that is ready in th", "e time it takes to chill", "example.org")
                .contains(
                        "The feed shows the first 40 of the title’s 64 characters.",
                        "0 0 600 1260",
                        "A slice on a plate");
        try (Browser viewer = signedIn(screen, Role.VIEWER, path)) {
            assertThat(everything(viewer)).isEqualTo(written);
            look(viewer, "Close-up");
            assertThat(shown(viewer, "description")).isVisible();
            viewer.shot("preview-shown");
        }
        try (Browser approver = signedIn(screen, Role.APPROVER, "/review")) {
            assertThat(everything(approver)).isEqualTo(written);
            approver.shot("preview-desk");
            look(approver, "Close-up");
            assertThat(shown(approver, "description")).isVisible();
            approver.shot("preview-desk-close-up").mustBeAccessible();
        }
        Pin pin = Kitchen.write(() -> Pin.in(kitchen.people.workspace, Long.valueOf(path.replaceAll("\\D", ""))));
        try (Browser guest = Browser.open(screen)) {
            guest.go("/g/" + GuestSamples.link(kitchen.people, List.of(pin)).text());
            guest.awake();
            assertThat(everything(guest)).isEqualTo(written);
            assertThat(shown(guest, "description")).isVisible();
            guest.shot("preview-guest").mustBeAccessible();
            look(guest, "Feed");
            assertThat(shown(guest, "description")).isHidden();
            guest.shot("preview-guest-feed");
        }
    }

    @Test
    void allPicturesAreSeenByKeyboardAndWithoutScript() {
        Pin pin = kitchen.draft("Lemon tart", Role.CREATOR);
        List<Shot> shots = Stream.of(Color.PINK, Color.GREEN, Color.CYAN)
                .map(colour -> new Shot(kitchen.picture(colour), ""))
                .toList();
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            p.edit(
                    new PinFields(p.title(), p.description(), p.link(), p.account(), p.board(), null, null, shots),
                    by,
                    now);
            p.submit(by, now);
        });
        try (Browser approver = signedIn(Screen.PHONE.withoutScript(), Role.APPROVER, "/review")) {
            Locator reel = approver.page.locator(".reel");
            assertThat(reel.locator(".mark").allTextContents()).containsExactly("1 of 3", "2 of 3", "3 of 3");
            assertThat(reel.locator("img").last().getAttribute("alt")).isEqualTo("Picture 3, without alt text");
            reel.focus();
            for (int next = 1; next < 3; next++) {
                approver.page.keyboard().press("ArrowRight");
                assertThat(reel.locator("li").nth(next)).isInViewport();
                // A key that is pressed while the one before still moves it is lost.
                assertThat(reel.locator("li").nth(next - 1)).not().isInViewport();
            }
            look(approver, "Close-up");
            assertThat(shown(approver, "description")).isVisible();
            assertThat(reel.locator("li").last()).isInViewport();
            assertThat(reel.locator("li").nth(1)).not().isInViewport();
            approver.shot("preview-several");
        }
        try (Browser approver = signedIn(Screen.WIDE, Role.APPROVER, "/review")) {
            Locator reel = approver.awake().page.locator(".reel");
            approver.button("The next picture").click();
            assertThat(reel.locator("li").nth(1)).isInViewport();
            assertThat(reel.locator("li").first()).not().isInViewport();
            approver.button("The picture before").click();
            assertThat(reel.locator("li").first()).isInViewport();
            approver.mustBeAccessible();
        }
    }
}
