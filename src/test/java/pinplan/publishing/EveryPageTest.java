package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.database.Clocks;
import pinplan.pin.Pin;
import pinplan.publer.sandbox.Fault;
import pinplan.publer.sandbox.Sandbox;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Screen;
import pinplan.team.Role;

/** Every page with something on it, and empty: axe finds nothing, nothing is wider than the screen, no CSP report. */
@QuarkusTest
class EveryPageTest {
    private static final List<String> PAGES = List.of(
            "/calendar",
            "/calendar?view=list",
            "/calendar?view=week",
            "/calendar?view=day",
            "/calendar?view=board",
            "/calendar?view=timeline",
            "/moments/new",
            "/calendar?q=nothing-has-this-title",
            "/review",
            "/campaigns",
            "/campaigns/new",
            "/boards",
            "/media",
            "/publishing",
            "/team",
            "/settings",
            "/settings/publer",
            "/settings/notifications",
            "/inbox",
            "/activity",
            "/activity?q=nothing-has-this-title",
            "/changes/zone?to=Asia/Tokyo",
            "/sandbox",
            "/pins/new",
            "/no-such-page");

    private static final List<String> WITH_REVISIONS = List.of("edited-at-publer", "in-review", "draft");

    @Inject
    Sandbox sandbox;

    static List<Screen> screens() {
        return Screen.all();
    }

    @AfterEach
    void backToNow() {
        Connected.bean(Clocks.class).reset();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void isAccessibleAndQuiet(Screen screen) {
        Connected desk = new Connected();
        Map<String, Long> pins = pinsInEveryStatus(desk);
        try (Browser browser = Browser.open(screen).signedIn(desk.people.signIn(Role.OWNER))) {
            PAGES.forEach(page -> look(browser, page, page));
            pins.forEach((name, pin) -> {
                look(browser, "/pins/" + pin, "pin-" + name);
                if (WITH_REVISIONS.contains(name)) {
                    look(browser, "/pins/" + pin + "/revisions", "revisions-" + name);
                }
                Publication publication = QuarkusTransaction.requiringNew()
                        .call(() -> Publication.of(Pin.<Pin>findById(pin)).stream()
                                .findFirst()
                                .orElse(null));
                if (publication != null) {
                    look(browser, "/publishing/" + publication.id, "publication-" + name);
                }
            });
            browser.go("/review");
            browser.unfold("Would it publish, once approved?").mustBeAccessible();
            browser.shot("review-checks");
            browser.go("/publishing");
            browser.unfold("Pause publishing").fill("Why", "The shop is closed until the weekend");
            browser.press("Pause publishing").mustBeAccessible();
            browser.shot("paused");
        }
        try (Browser empty = Browser.open(screen).signedIn(People.fresh().signIn(Role.OWNER))) {
            PAGES.forEach(page -> look(empty, page, "empty" + page));
        }
        try (Browser nobody = Browser.open(screen)) {
            look(nobody, "/sign-in", "sign-in");
        }
    }

    private static void look(Browser browser, String path, String name) {
        browser.go(path);
        browser.mustBeAccessible();
        browser.shot(name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""));
    }

    private static Map<String, Long> pinsInEveryStatus(Connected desk) {
        Map<String, Long> pins = new LinkedHashMap<>();
        pins.put("scheduled", desk.approvedPin(60));
        desk.pass(Duration.ofSeconds(40));
        Long edited = desk.approvedPin(90);
        desk.pass(Duration.ofSeconds(40));
        desk.stage.editPost(
                desk.publication(edited).publerPostId,
                "Other words, that nobody approved here, and " + "n".repeat(300));
        desk.pass(Duration.ofMinutes(11));
        pins.put("edited-at-publer", edited);
        desk.stage.fault(Fault.FAILURE_OBJECT, 1);
        pins.put("failed", desk.approvedPin(61));
        desk.pass(Duration.ofSeconds(40));
        desk.stage.fault(Fault.LOSE_REQUEST, 1);
        pins.put("unknown", desk.approvedPin(62));
        desk.pass(Duration.ofSeconds(10));
        pins.put("approved", desk.approvedPin(60 * 40));
        pins.put("in-review", QuarkusTransaction.requiringNew().call(() -> {
            Pin pin = Pin.create(
                    desk.people.workspace,
                    desk.fields(
                            "A title that goes on and on until it reaches the hundred that fit, which is a long way for one",
                            desk.in(90)),
                    desk.creator(),
                    Connected.now());
            pin.submit(desk.creator(), Connected.now());
            return pin.id;
        }));
        pins.put(
                "draft",
                QuarkusTransaction.requiringNew()
                        .call(() -> Pin.create(
                                        desk.people.workspace,
                                        desk.fields("Draft", null),
                                        desk.creator(),
                                        Connected.now())
                                .id));
        return pins;
    }
}
