package pinplan.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;
import pinplan.team.Session;

/** Two people at one calendar: each sees what the other does, and nothing is taken out of anybody's hands. */
@QuarkusTest
class LiveInBrowserTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Kitchen kitchen = new Kitchen();
    private final LocalDateTime at =
            kitchen.later(31).withDayOfMonth(10).withHour(14).withMinute(16);
    private final String month = "/calendar?view=month&on=" + at.toLocalDate();
    private final AtomicInteger looks = new AtomicInteger();

    @Inject
    Followers followers;

    private Pin tart;
    private Browser mine;
    private Browser theirs;

    @BeforeEach
    void bothLook() {
        tart = kitchen.draft("Lemon tart", Role.CREATOR, at);
        mine = at(Screen.WIDE, Role.CREATOR);
        theirs = at(Screen.WIDE, Role.OWNER);
        mine.page.onResponse(answer -> {
            if (answer.request().headers().containsKey("pinplan-live")) {
                looks.incrementAndGet();
            }
        });
        await().atMost(SOON).until(() -> follows(Role.CREATOR) && follows(Role.OWNER));
        mine.page.evaluate("window.stayed = true");
    }

    @AfterEach
    void close() {
        try (Browser first = mine;
                Browser second = theirs) {
            assertThat(mine.page.evaluate("window.stayed")).isEqualTo(true);
        }
    }

    private boolean follows(Role role) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Session.<Session>stream("member", kitchen.people.member(role))
                        .anyMatch(session -> followers.sessions().contains(session.id)));
    }

    private Browser at(Screen screen, Role role) {
        Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(role));
        browser.go(month);
        return browser.awake();
    }

    private static Locator chip(Browser browser, Pin pin) {
        return browser.page.locator("main [data-pin='" + pin.id + "']");
    }

    private Locator on(Browser browser, int day) {
        return browser.page.locator("[data-day='" + at.withDayOfMonth(day).toLocalDate() + "'] [data-pin]");
    }

    /** They move it by keyboard: so many days on. */
    private void theyMoveTheTart(int days) {
        for (int day = 0; day < days; day++) {
            int before = kitchen.read(tart, pin -> pin.planned().local()).getDayOfMonth();
            chip(theirs, tart).focus();
            theirs.page.keyboard().press("Control+Shift+ArrowRight");
            assertThat(on(theirs, before + 1)).containsText("Lemon tart");
        }
    }

    private void lift(Locator chip) {
        BoundingBox box = Browser.box(chip);
        mine.page.mouse().move(box.x + 20, box.y + 12);
        mine.page.mouse().down();
        mine.page.mouse().move(box.x + 40, box.y + 30);
    }

    /** A change is told within a second, and looked at at once: a look that could have come has come. */
    private void aLookMayHaveCome() {
        mine.page.waitForTimeout(2500);
    }

    @Test
    void whatTheOtherMovesIsShownWithoutLoadingThePage() {
        Pin other = kitchen.draft("Other", Role.CREATOR, at.plusDays(10));
        assertThat(chip(mine, other)).isVisible();
        chip(mine, other).focus();
        theyMoveTheTart(1);
        assertThat(on(mine, 11)).containsText("Lemon tart");
        assertThat(on(mine, 10)).hasCount(0);
        assertThat(chip(mine, other)).isFocused();
        mine.page.locator("[rel=next]").focus();
        theyMoveTheTart(2);
        assertThat(on(mine, 13)).containsText("Lemon tart");
        assertThat(mine.page.locator("[rel=next]")).isFocused();
        mine.mustBeAccessible();
    }

    @Test
    void whatIsBeingDraggedStaysInTheHand() {
        Pin other = kitchen.draft("In the hand", Role.CREATOR, at.plusDays(10));
        assertThat(chip(mine, other)).isVisible();
        lift(chip(mine, other));
        theyMoveTheTart(1);
        aLookMayHaveCome();
        assertThat(mine.page.locator(".ghost")).isVisible();
        mine.page.mouse().move(200, 400);
        assertThat(on(mine, 10)).containsText("Lemon tart");
        mine.page.keyboard().press("Escape");
        mine.page.mouse().up();
        assertThat(on(mine, 11)).containsText("Lemon tart");
        assertThat(on(mine, 20)).containsText("In the hand");
    }

    @Test
    void aDropWhileOthersMoveIsKept() {
        Pin other = kitchen.draft("Dropped", Role.CREATOR, at.plusDays(10));
        assertThat(chip(mine, other)).isVisible();
        lift(chip(mine, other));
        theyMoveTheTart(1);
        BoundingBox box = Browser.box(
                mine.page.locator("[data-day='" + at.withDayOfMonth(21).toLocalDate() + "']"));
        mine.page.mouse().move(box.x + box.width / 2, box.y + box.height - 8);
        mine.page.mouse().up();
        assertThat(on(mine, 21)).containsText("Dropped");
        assertThat(on(mine, 11)).containsText("Lemon tart");
        assertThat(on(theirs, 21)).containsText("Dropped");
    }

    @Test
    void whatIsBeingTypedIsNotLost() {
        mine.page.keyboard().press("f");
        mine.page.keyboard().type("lem");
        theyMoveTheTart(1);
        aLookMayHaveCome();
        mine.page.keyboard().type("on");
        assertThat(mine.field("Search")).hasValue("lemon");
        assertThat(mine.field("Search")).isFocused();
        mine.field("Search").blur();
        aLookMayHaveCome();
        assertThat(mine.field("Search")).hasValue("lemon");
        mine.field("Search").fill("");
        mine.field("Search").blur();
        assertThat(on(mine, 11)).containsText("Lemon tart");
        assertThat(mine.page.locator("details.find:not(.views)")).hasAttribute("open", "");
    }

    @Test
    void whatWasSaidAndItsUndoStay() {
        Pin other = kitchen.draft("Mine", Role.CREATOR, at.plusDays(10));
        assertThat(chip(mine, other)).isVisible();
        chip(mine, other).focus();
        mine.page.keyboard().press("Control+Shift+ArrowRight");
        assertThat(mine.page.locator(".flash")).containsText("“Mine” moved");
        mine.button("Undo").focus();
        theyMoveTheTart(1);
        assertThat(on(mine, 11)).containsText("Lemon tart");
        assertThat(mine.page.locator(".flash")).hasCount(1);
        assertThat(mine.button("Undo")).isFocused();
        mine.press("Undo");
        assertThat(on(mine, 20)).containsText("Mine");
    }

    @Test
    void anOpenDialogAndChosenWordsAreLeftAlone() {
        mine.page.keyboard().press("?");
        theyMoveTheTart(1);
        aLookMayHaveCome();
        assertThat(mine.page.locator("#keys")).isVisible();
        assertThat(on(mine, 10)).containsText("Lemon tart");
        mine.press("Close");
        assertThat(on(mine, 11)).containsText("Lemon tart");
        mine.page.evaluate("getSelection().selectAllChildren(document.querySelector('main h1'))");
        theyMoveTheTart(1);
        aLookMayHaveCome();
        assertThat(on(mine, 11)).containsText("Lemon tart");
        mine.page.evaluate("getSelection().removeAllRanges()");
        assertThat(on(mine, 12)).containsText("Lemon tart");
    }

    @Test
    void whatDiffersNowhereOnThePageTouchesNothing() {
        kitchen.draft("First", Role.CREATOR, at.plusDays(10));
        assertThat(on(mine, 20)).containsText("First");
        mine.page.evaluate("document.querySelector('main h1').kept = true");
        int before = looks.get();
        kitchen.draft("Far away", Role.CREATOR, at.plusYears(1));
        mine.page.waitForCondition(() -> looks.get() > before);
        mine.page.waitForTimeout(500);
        assertThat(mine.page.evaluate("document.querySelector('main h1').kept")).isEqualTo(true);
    }

    @Test
    void whatCouldNotBeAnsweredIsLookedAtAgain() {
        mine.page.route(
                "**/calendar?**",
                look -> look.fulfill(new Route.FulfillOptions().setStatus(503)),
                new Page.RouteOptions().setTimes(1));
        int before = looks.get();
        theyMoveTheTart(1);
        mine.page.waitForCondition(() -> looks.get() > before);
        assertThat(on(mine, 11)).containsText("Lemon tart");
    }

    @Test
    void whoSignedOutElsewhereIsLeftWhereTheyAre() {
        QuarkusTransaction.requiringNew().run(() -> Session.endAll(kitchen.people.member(Role.CREATOR)));
        theyMoveTheTart(1);
        aLookMayHaveCome();
        assertThat(mine.page.url()).endsWith(month);
        assertThat(on(mine, 10)).containsText("Lemon tart");
    }

    @Test
    void whoSignedInAgainFollowsOnceTheyAreBack() {
        QuarkusTransaction.requiringNew().run(() -> Session.endAll(kitchen.people.member(Role.CREATOR)));
        theyMoveTheTart(1);
        aLookMayHaveCome();
        mine.signedIn(kitchen.people.signIn(Role.CREATOR));
        mine.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(on(mine, 11)).containsText("Lemon tart");
        await().atMost(SOON).until(() -> follows(Role.CREATOR));
        theyMoveTheTart(1);
        assertThat(on(mine, 12)).containsText("Lemon tart");
    }
}
