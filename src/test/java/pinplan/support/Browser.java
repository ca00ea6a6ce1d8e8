package pinplan.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A person at a real Chromium: one window with its own cookies. Closing it fails the test if any page reported a breach of
 * the CSP or a script error, asked another host for anything, or missed one of its own files.
 */
public final class Browser implements AutoCloseable {
    private static final Set<String> FILES = Set.of("stylesheet", "script", "image", "font", "media", "manifest");

    private static final String VIOLATIONS = """
            async options => (await axe.run(document, options)).violations.flatMap(rule => rule.nodes.map(
                node => `axe ${rule.id} at ${location.href}: ${node.html} ${node.failureSummary}`))""";

    /** What sticks out the most, and by how much; null when the page fits. */
    private static final String TOO_WIDE = """
            () => {
              const over = document.documentElement.scrollWidth - innerWidth;
              if (over <= 0) return null;
              const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth);
              const last = out.filter(e => !out.some(other => other !== e && e.contains(other)));
              return over + ' px, by ' + last.slice(0, 3).map(e => e.outerHTML.slice(0, 200)).join(' and ');
            }""";

    /** For what is not yet wrapped here. */
    public final Page page;

    private final URI home;
    private final Screen screen;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

    private Browser(String home, Screen screen) {
        this.home = URI.create(home);
        this.screen = screen;
        this.context = Chromium.running()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(home)
                        .setViewportSize(screen.width(), screen.height())
                        .setColorScheme(ColorScheme.LIGHT)
                        // Nothing is judged or pictured halfway between two colours.
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(screen.runsScript()));
        context.setDefaultTimeout(20_000);
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complaints.add("script error: " + error.error()));
        context.onRequest(this::see);
        context.onResponse(this::check);
        this.page = context.newPage();
    }

    /** At the application under test. */
    public static Browser open(Screen screen) {
        return at("http://localhost:" + RestAssured.port, screen);
    }

    /** At an application elsewhere on this machine. */
    public static Browser at(String address, Screen screen) {
        return new Browser(address, screen);
    }

    /** With a session begun elsewhere: {@code people.signIn(role)}. */
    public Browser signedIn(String token) {
        context.addCookies(
                List.of(new Cookie("pinplan", token).setUrl(home.toString()).setHttpOnly(true)));
        return this;
    }

    public Response go(String path) {
        return page.navigate(path);
    }

    /** The page acts like one only once its scripts are there, and they come after it. */
    public Browser awake() {
        page.locator("html[data-awake]").waitFor();
        return this;
    }

    public Response reload() {
        return page.reload();
    }

    public String heading() {
        return page.locator("h1").innerText().strip();
    }

    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    public Browser fill(String label, String value) {
        field(label).fill(value);
        return this;
    }

    /** Chooses the option that reads so. */
    public Browser choose(String label, String option) {
        field(label).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
        return this;
    }

    public Locator button(String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    public Browser press(String words) {
        button(words).click();
        return this;
    }

    /** Opens what is folded away under these words. */
    public Browser unfold(String words) {
        page.locator("summary", new Page.LocatorOptions().setHasText(words)).click();
        return this;
    }

    public Browser follow(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
        return this;
    }

    /** Where it is; also while the page is just being brought up to date, and what was found is replaced. */
    public static BoundingBox box(Locator place) {
        for (int tries = 0; tries < 20; tries++) {
            place.waitFor();
            BoundingBox box = place.boundingBox();
            if (box != null) {
                return box;
            }
        }
        throw new AssertionError(place + " is nowhere");
    }

    /** The one status mark of a pin's page. */
    public String status() {
        return page.locator("main .status").innerText().strip();
    }

    /** Fails with every violation that axe finds, and when the page is wider than the screen. Both are asked by script. */
    public Browser mustBeAccessible() {
        if (!screen.runsScript()) {
            throw new IllegalStateException("without script nothing can be asked of the page");
        }
        judge(Map.of("resultTypes", List.of("violations")));
        // In the dark the same page has other colours, and nothing else.
        inTheDark(() -> judge(Map.of("resultTypes", List.of("violations"), "runOnly", List.of("color-contrast"))));
        Object wide = page.evaluate(TOO_WIDE);
        if (wide != null) {
            complaints.add(page.url() + " is wider than the screen: " + wide);
        }
        return mustBeQuiet();
    }

    /** Straight in the page, and with nothing told but what is wrong: long pages are told in seconds otherwise. */
    private void judge(Map<String, Object> options) {
        if ((Boolean) page.evaluate("!window.axe")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        List<?> violations = (List<?>) page.evaluate(VIOLATIONS, options);
        violations.forEach(violation -> complaints.add((String) violation));
    }

    private void inTheDark(Runnable look) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look.run();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Pictures of the whole page, light and dark, in target/shots: for people to look at, with {@code -Dpinplan.shots=true}. */
    public Browser shot(String name) {
        if (Boolean.getBoolean("pinplan.shots")) {
            picture(name + "-" + screen + "-light");
            inTheDark(() -> picture(name + "-" + screen + "-dark"));
        }
        return this;
    }

    private void picture(String name) {
        Path file = Path.of("target", "shots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** As a machine that runs out of memory ends a page: no script hears of it. */
    public void crash() {
        AtomicBoolean crashed = new AtomicBoolean();
        page.onCrash(gone -> crashed.set(true));
        page.onDialog(leaving -> leaving.accept());
        for (Runnable last :
                List.<Runnable>of(() -> page.navigate("chrome://crash"), () -> page.waitForCondition(crashed::get))) {
            try {
                last.run();
            } catch (PlaywrightException expected) {
                // What crashes comes to no page, and is waited for in vain.
            }
        }
        if (!crashed.get()) {
            throw new AssertionError("the page goes on");
        }
    }

    public Browser mustBeQuiet() {
        if (!complaints.isEmpty()) {
            String all = screen + ":\n" + String.join("\n", complaints);
            complaints.clear();
            throw new AssertionError(all);
        }
        return this;
    }

    @Override
    public void close() {
        context.close();
        mustBeQuiet();
    }

    private void hear(ConsoleMessage message) {
        // an answer of 404 or 422 is told on the console too: for pages it may be right, files are checked below
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add("console: " + message.text());
        }
    }

    private void see(Request request) {
        URI asked = URI.create(request.url());
        if (!"data".equals(asked.getScheme())
                && !"blob".equals(asked.getScheme())
                && !home.getAuthority().equals(asked.getAuthority())) {
            complaints.add("foreign request: " + request.url());
        }
    }

    private void check(Response response) {
        if (response.status() >= 400 && FILES.contains(response.request().resourceType())) {
            complaints.add(response.status() + " for " + response.url());
        }
    }
}
