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

/** The pictures of src/main/docs/views.md: each view of the calendar, with the demo in it. By bin/pictures. */
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
            try (Browser browser = Browser.open(screen)) {
                browser.go("/sign-in");
                browser.press("Enter as owner");
                paths(browser).forEach((name, path) -> {
                    browser.go(path);
                    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                        browser.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                        picture(
                                browser,
                                "%s-%s-%s".formatted(name, screen, scheme.name().toLowerCase()));
                    }
                });
            }
        }
    }

    private static Map<String, String> paths(Browser browser) {
        Map<String, String> paths = new LinkedHashMap<>();
        for (String view : new String[] {"month", "week", "day", "list", "timeline"}) {
            paths.put(view, "/calendar?view=" + view);
        }
        browser.go("/calendar?view=board");
        paths.put("board", browser.page.locator(".shelves a").first().getAttribute("href"));
        return paths;
    }

    private static void picture(Browser browser, String name) {
        browser.page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(72));
    }
}
