package pinplan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pinplan.campaign.Colour;
import pinplan.media.Intake;
import pinplan.media.Media;
import pinplan.media.Refusal;
import pinplan.pin.PinStatus;
import pinplan.support.Browser;
import pinplan.support.People;
import pinplan.support.Pictures;
import pinplan.support.Screen;
import pinplan.team.Role;

/** The hours of a week and of a day, as people see them. */
@QuarkusTest
class HoursInBrowserTest {
    private static final LocalDate TODAY = LocalDate.now();
    private static final String LONG =
            "Rhabarberbaisertortenbodenbackanleitung".repeat(3).substring(0, 100);
    /** A week ahead whose Sunday has its 02:00 skipped. */
    private static final String AHEAD = "2099-03-29";

    @Inject
    Intake intake;

    static List<Screen> screens() {
        return Screen.all();
    }

    static List<Screen> all() {
        return List.of(Screen.WIDE, Screen.PHONE, new Screen(1024, 800, true), new Screen(720, 500, true));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyKindOfWeekCanBeRead(Screen screen) {
        People few = people(12);
        People many = people(500);
        People none = People.fresh();
        look(screen, few, "few");
        look(screen, many, "many");
        look(screen, none, "none");
    }

    private People people(int pins) {
        People people = People.fresh();
        Planned plan = new Planned(people).withPicture(picture(people));
        var campaign = plan.campaign("Easter baking", Colour.AMBER);
        LocalDate monday = Period.firstOfWeek(TODAY);
        for (int i = 0; i < pins; i++) {
            plan.of(i % 3 == 0 ? null : campaign).as(PinStatus.values()[i % PinStatus.values().length]);
            String title = i % 5 == 4 ? LONG : i % 2 == 0 ? "No-bake lemon tart" : "A hallway that stores everything";
            plan.pin(
                    title, monday.plusDays(i % 7).atTime(7 + i * 5 % 13, i % 60).toString());
        }
        return people;
    }

    private Media picture(People people) {
        try {
            Path file = Files.write(Files.createTempFile("tart", ".jpg"), Pictures.jpeg(400, 600));
            return intake.upload(people.workspace, people.member(Role.CREATOR), file, "tart.jpg");
        } catch (IOException | Refusal e) {
            throw new AssertionError(e);
        }
    }

    private static void look(Screen screen, People people, String name) {
        try (Browser browser = Browser.open(screen).signedIn(people.signIn(Role.OWNER))) {
            for (String view : List.of("week", "day")) {
                browser.go("/calendar?view=" + view + "&on=" + TODAY);
                browser.mustBeAccessible();
                browser.shot(view + "-" + name);
                assertThat(outOfTheirCells(browser)).isEqualTo(0);
                assertThat(((Number) shifted(browser)).doubleValue()).isLessThanOrEqualTo(0.01);
            }
        }
    }

    /** How much the page moved while it was loading. */
    private static Object shifted(Browser browser) {
        browser.reload();
        return browser.page.evaluate("""
                () => new Promise(done => {
                  let sum = 0;
                  new PerformanceObserver(seen => seen.getEntries().forEach(shift => sum += shift.value))
                    .observe({ type: 'layout-shift', buffered: true });
                  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
                })""");
    }

    /** Chips of which a part lies outside of what their cell shows. */
    private static Object outOfTheirCells(Browser browser) {
        return browser.page.evaluate("""
                () => [...document.querySelectorAll('.hour > .chip')].filter(chip => {
                  const cell = chip.parentElement.getBoundingClientRect(), box = chip.getBoundingClientRect();
                  return box.right > cell.right + 1 || box.bottom > cell.bottom + 1 || box.width < 40;
                }).length""");
    }

    @ParameterizedTest
    @MethodSource("screens")
    void theClocksAreExplained(Screen screen) {
        People people = People.fresh();
        new Planned(people).pin("In the gap", AHEAD + "T02:30");
        try (Browser browser = Browser.open(screen).signedIn(people.signIn(Role.CREATOR))) {
            for (String view : List.of("week", "day")) {
                browser.go("/calendar?view=" + view + "&on=" + AHEAD);
                assertThat(browser.page
                                .locator("[data-hour='2'] .clock-note")
                                .first()
                                .isVisible())
                        .isTrue();
                browser.mustBeAccessible();
                browser.shot(view + "-clocks");
            }
        }
    }

    @Test
    void theHeadStaysWhileOneScrollsAndTheNightCanBeOpened() {
        People people = people(500);
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(people.signIn(Role.CREATOR))) {
            browser.go("/calendar?view=week&on=" + TODAY);
            browser.page.evaluate("scrollTo(0, 900)");
            Locator head = browser.page.locator(".hours-day > header").first();
            assertThat(head.boundingBox().y).isBetween(-1.0, 1.0);
            browser.go("/calendar?view=week&on=" + AHEAD);
            Locator night = browser.page.locator("[data-hour='23']").first();
            assertThat(night.isVisible()).isFalse();
            browser.unfold("22–23");
            assertThat(night.isVisible()).isTrue();
            browser.page.locator("[data-day='" + AHEAD + "'][data-hour='23']").click();
            assertThat(browser.page.locator(".quick [name=publishDate]").inputValue())
                    .isEqualTo(AHEAD);
            assertThat(browser.page.locator(".quick [name=publishTime]").inputValue())
                    .isEqualTo("23:00");
            browser.mustBeAccessible();
        }
    }

    @Test
    void aPhoneReadsAnAgendaWithBigTargets() {
        People people = people(40);
        try (Browser browser = Browser.open(Screen.PHONE).signedIn(people.signIn(Role.CREATOR))) {
            browser.go("/calendar?view=week&on=" + TODAY);
            assertThat(browser.page.locator(".hour:visible").count())
                    .isEqualTo(browser.page.locator(".hour:has(.chip)").count());
            Object small = browser.page.evaluate("""
                    () => [...document.querySelectorAll('.hours a, .hours summary')]
                      .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)""");
            assertThat((List<?>) small).isEmpty();
        }
    }

    @Test
    void printedTheWeekIsAGridOnPaper() {
        People people = people(60);
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(people.signIn(Role.CREATOR))) {
            for (String view : List.of("week", "day", "month", "list")) {
                browser.go("/calendar?view=" + view + "&on=" + TODAY);
                browser.page.emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions()
                        .setMedia(com.microsoft.playwright.options.Media.PRINT));
                assertThat(browser.page.locator(".rail, .tray, .steps, .find").all())
                        .noneMatch(Locator::isVisible);
                if (Boolean.getBoolean("pinplan.shots")) {
                    browser.page.setViewportSize(view.equals("day") ? 718 : 1060, 700);
                    browser.page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "shots", view + "-printed.png")));
                    browser.page.pdf(new com.microsoft.playwright.Page.PdfOptions()
                            .setPreferCSSPageSize(true)
                            .setFormat("A4")
                            .setPrintBackground(true)
                            .setPath(Path.of("target", "shots", view + ".pdf")));
                }
            }
        }
    }
}
