package pinplan.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one browser process of a test run: $PINPLAN_CHROMIUM, else one on PATH, else Playwright's own. Without one, tests fail. */
public final class Chromium {
    /** Quiet: it calls nobody but the page under test. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Browser running;

    private Chromium() {}

    public static synchronized Browser running() {
        if (running == null) {
            Optional<Path> installed = installed();
            Map<String, String> environment = new HashMap<>();
            LaunchOptions options = new LaunchOptions().setArgs(FLAGS);
            installed.ifPresent(path -> {
                environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
                options.setExecutablePath(path);
            });
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            running = playwright.chromium().launch(options);
        }
        return running;
    }

    private static Optional<Path> installed() {
        String named = System.getenv("PINPLAN_CHROMIUM");
        if (named != null && !named.isBlank()) {
            if (!Files.isExecutable(Path.of(named))) {
                throw new IllegalStateException("PINPLAN_CHROMIUM names no program: " + named);
            }
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
