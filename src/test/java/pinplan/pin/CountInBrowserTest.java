package pinplan.pin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import pinplan.support.Browser;
import pinplan.support.Page;
import pinplan.support.Screen;
import pinplan.team.Role;

/** A text has as many characters in the page, while one types it, as on the server that takes or refuses it. */
@QuarkusTest
class CountInBrowserTest {
    private static final int DESCRIPTION = 500;

    private final Kitchen kitchen = new Kitchen();
    private final SoftAssertions all = new SoftAssertions();

    private static List<Counts.Case> inside(List<Counts.Case> own, int most) {
        return Stream.concat(Counts.ALL.stream(), own.stream())
                .map(one -> one.beyond(most))
                .toList();
    }

    @Test
    void theServerCountsSo() {
        for (Counts.Case one : inside(Counts.LINES, DESCRIPTION)) {
            Page page = send("Description", one);
            all.assertThat(page.error("Description"))
                    .as(one.name())
                    .isEqualTo("The description has %d characters; at most 500 fit.".formatted(one.points()));
            all.assertThat(page.document.select("#description-count").text())
                    .as(one.name())
                    .isEqualTo(one.points() + " / 500");
        }
        for (Counts.Case one : inside(Counts.LINE, PinLimits.TITLE)) {
            Page page = send("Title", one);
            all.assertThat(page.error("Title"))
                    .as(one.name())
                    .isEqualTo("The title has %d characters; at most 100 fit.".formatted(one.points()));
            all.assertThat(page.document.select("#title-count").text())
                    .as(one.name())
                    .isEqualTo(one.points() + " · 40 show in a feed; at most 100");
        }
        all.assertAll();
    }

    private Page send(String field, Counts.Case one) {
        return kitchen.as(Role.CREATOR)
                .get("/pins/new")
                .form("Save draft")
                .fill(field, one.text())
                .submit();
    }

    @Test
    void thePageCountsSo() {
        try (Browser browser = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/pins/new");
            browser.awake();
            for (Counts.Case one : inside(Counts.LINES, DESCRIPTION)) {
                all.assertThat(typed(browser, "description", one))
                        .as(one.name())
                        .isEqualTo(one.points() + " / 500");
            }
            for (Counts.Case one : inside(Counts.LINE, PinLimits.TITLE)) {
                all.assertThat(typed(browser, "title", one))
                        .as(one.name())
                        .isEqualTo(one.points() + " · 40 show in a feed; at most 100");
            }
            all.assertAll();
        }
    }

    private static String typed(Browser browser, String field, Counts.Case one) {
        browser.page.evaluate(
                "const field = document.getElementById('%s'); field.value = \"%s\"; field.dispatchEvent(new InputEvent('input', { bubbles: true }))"
                        .formatted(field, escaped(one.text())));
        return browser.page.locator("#" + field + "-count").textContent();
    }

    /** Half a pair gets through no other way. */
    private static String escaped(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }

    @Test
    void thePageSaysWhenItIsMuchAndWhenItIsTooMuch() {
        try (Browser browser = Browser.open(Screen.PHONE).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/pins/new");
            Locator count = browser.awake().page.locator("#title-count");
            for (int points : new int[] {0, 40, 41, 100, 101}) {
                browser.fill("Title", "🍋".repeat(points));
                assertThat(count.textContent()).isEqualTo(points + " · 40 show in a feed; at most 100");
                assertThat(count.getAttribute("class"))
                        .isEqualTo(points > 100 ? "count over" : points > 40 ? "count long" : "count");
            }
            browser.mustBeAccessible().shot("count");
        }
    }

    @Test
    void aLongNameLeavesThePhoneToTheForm() {
        Pin pin = kitchen.draft("A name as long as it may be ".repeat(4).substring(0, 100), Role.CREATOR);
        try (Browser browser = Browser.open(Screen.PHONE).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            browser.go("/pins/" + pin.id);
            browser.mustBeAccessible().shot("long-name");
            browser.page.locator(".pin-history").scrollIntoViewIfNeeded();
            assertThat(browser.page.locator("h1")).not().isInViewport();
            assertThat(browser.button("Save draft")).isInViewport();
        }
    }
}
