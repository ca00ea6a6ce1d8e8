package pinplan.demo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.SetupToken;

/** The pictures of src/main/docs: the calendar, how a pin is made, its review, with the demo in them. By bin/pictures. */
@QuarkusTest
@TestProfile(ViewsOfTheDemo.Unused.class)
class ViewsOfTheDemo {
    public static class Unused implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("pinplan.data", "target/test-data-views");
        }
    }

    private static final Path FOLDER = Path.of("src", "main", "docs", "views");

    /** A picture may be made only when somebody looks at it. */
    private static final String SEEN = """
            () => [...document.images].filter(image => image.checkVisibility()).every(image => {
              const box = image.getBoundingClientRect();
              const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              return image.complete || !seen;
            })""";

    @Inject
    SetupToken setup;

    @Inject
    Clock clock;

    @Test
    void areTaken() {
        try (Browser browser = Browser.open(Screen.WIDE.withoutScript())) {
            browser.go("/setup?token=" + setup.issue(clock.instant()).text());
            browser.press("Explore with demo data");
        }
        for (Screen screen : Screen.all()) {
            try (Browser browser = enter("owner", screen)) {
                paths(browser).forEach((name, path) -> pictures(browser, name, screen, path));
            }
            try (Browser browser = enter("creator", screen)) {
                making(browser).forEach((name, path) -> pictures(browser, name, screen, path));
            }
        }
        // The calendar is of an untouched demo; then people begin to talk.
        ReviewOfTheDemo review = ReviewOfTheDemo.held();
        for (Screen screen : Screen.all()) {
            try (Browser browser = enter("approver", screen)) {
                review.paths().forEach((name, path) -> pictures(browser, name, screen, path));
            }
            try (Browser browser = Browser.open(screen)) {
                pictures(browser, "guest", screen, review.link());
            }
        }
    }

    static Browser enter(String role, Screen screen) {
        Browser browser = Browser.open(screen);
        browser.go("/sign-in");
        return browser.press("Enter as " + role);
    }

    private static Map<String, String> paths(Browser browser) {
        Map<String, String> paths = new LinkedHashMap<>();
        for (String view : new String[] {"month", "week", "day", "list", "timeline"}) {
            paths.put(view, "/calendar?view=" + view);
        }
        paths.put("board", first(browser, "/calendar?view=board", ".shelves a"));
        return paths;
    }

    private static Map<String, String> making(Browser browser) {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put(
                "composer",
                first(browser, "/calendar?view=list&status=DRAFT", "main a[href^='/pins/']:not([href*=new])"));
        paths.put("library", "/media");
        paths.put("asset", first(browser, "/media", ".shelf a[href^='/media/']"));
        paths.put("destination", first(browser, "/destinations", "main a[href^='/destinations/']"));
        return paths;
    }

    private static String first(Browser browser, String page, String link) {
        browser.go(page);
        return browser.page.locator(link).first().getAttribute("href");
    }

    private static void pictures(Browser browser, String name, Screen screen, String path) {
        browser.go(path);
        browser.awake();
        browser.page.waitForFunction(SEEN);
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            browser.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            picture(browser, "%s-%s-%s".formatted(name, screen, scheme.name().toLowerCase()));
        }
    }

    private static void picture(Browser browser, String name) {
        browser.page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(72));
    }
}
