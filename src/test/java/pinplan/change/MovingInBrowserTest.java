package pinplan.change;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.MouseButton;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.Publishing;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** Pins are moved on the calendar by mouse, finger and keys; what the server refuses goes back and says why. */
@QuarkusTest
class MovingInBrowserTest {
    private final Kitchen kitchen = new Kitchen();
    private final LocalDateTime at =
            kitchen.later(31).withDayOfMonth(10).withHour(14).withMinute(16);
    private final String month = "/calendar?view=month&on=" + at.toLocalDate();
    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.CREATOR));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Locator chip(Pin pin) {
        return browser.page.locator("main [data-pin='" + pin.id + "']");
    }

    private Locator day(int number) {
        return browser.page.locator("[data-day='" + at.withDayOfMonth(number).toLocalDate() + "']");
    }

    private Locator said() {
        return browser.page.locator("#said");
    }

    private void lift(Locator chip) {
        // The last week of a month may be below what is seen.
        Browser.box(chip);
        chip.evaluate("chip => chip.scrollIntoView({ block: 'center' })");
        BoundingBox box = Browser.box(chip);
        browser.page.mouse().move(box.x + 20, box.y + 12);
        browser.page.mouse().down();
        browser.page.mouse().move(box.x + 40, box.y + 30);
    }

    private void over(Locator target) {
        BoundingBox box = Browser.box(target);
        browser.page.mouse().move(box.x + box.width / 2, box.y + box.height - 8);
    }

    private LocalDateTime at(Pin pin) {
        return kitchen.read(pin, p -> p.planned() == null ? null : p.planned().local());
    }

    @Test
    void aDragOnTheMonthKeepsTheTimeAndIsUndoneFromTheToast() {
        Pin pin = kitchen.approved("Lemon tart", at);
        browser.go(month);
        browser.awake();
        lift(chip(pin));
        over(day(17));
        assertThat(browser.page.locator(".ghost > p")).hasText(Pattern.compile("17 .*14:16"));
        assertThat(day(17)).hasClass(Pattern.compile("target"));
        browser.page.mouse().up();
        assertThat(day(17).locator("[data-pin]")).containsText("14:16");
        assertThat(said()).containsText("“Lemon tart” moved:");
        assertThat(at(pin)).isEqualTo(at.withDayOfMonth(17));
        browser.press("Undo");
        assertThat(said()).containsText("“Lemon tart” put back:");
        assertThat(day(10).locator("[data-pin]")).hasCount(1);
        assertThat(at(pin)).isEqualTo(at);
        browser.mustBeAccessible();
    }

    @Test
    void aTimeThatTheClocksSkipIsKeptOnAnotherDay() {
        ZoneId zone = kitchen.people.workspace.zone;
        var change =
                zone.getRules().nextTransition(kitchen.later(15).atZone(zone).toInstant());
        LocalDateTime skipped = (change.isGap() ? change : zone.getRules().nextTransition(change.getInstant()))
                .getDateTimeBefore()
                .plusMinutes(30);
        Pin pin = kitchen.draft("Skipped", Role.CREATOR, skipped);
        browser.go("/calendar?view=month&on=" + skipped.toLocalDate());
        browser.awake();
        assertThat(chip(pin)).containsText("03:30");
        lift(chip(pin));
        over(browser.page.locator("[data-day='" + skipped.toLocalDate().minusDays(7) + "']"));
        assertThat(browser.page.locator(".ghost > p")).hasText(Pattern.compile("02:30"));
        browser.page.mouse().up();
        assertThat(said()).containsText("02:30");
        assertThat(at(pin)).isEqualTo(skipped.minusDays(7));
    }

    @Test
    void aDragOnTheWeekSetsTheQuarterAndShowsItWhileDragging() {
        Pin pin = kitchen.approved("To the quarter", at);
        kitchen.draft("Keeps the hours open", Role.CREATOR, at.withHour(16));
        browser.go("/calendar?view=week&on=" + at.toLocalDate());
        browser.awake();
        LocalDateTime other = at.getDayOfWeek() == java.time.DayOfWeek.SUNDAY ? at.minusDays(1) : at.plusDays(1);
        Locator hour = browser.page.locator("[data-day='" + other.toLocalDate() + "'][data-hour='15']");
        lift(chip(pin));
        BoundingBox box = Browser.box(hour);
        browser.page.mouse().move(box.x + box.width / 2, box.y + box.height * 0.6);
        assertThat(browser.page.locator(".ghost > p")).hasText(Pattern.compile(other.getDayOfMonth() + " .*15:30"));
        browser.page.mouse().up();
        assertThat(said()).containsText("15:30");
        assertThat(hour.locator("[data-pin]")).containsText("15:30");
        assertThat(at(pin)).isEqualTo(other.withHour(15).withMinute(30));
        chip(pin).focus();
        browser.page.keyboard().press("Control+Shift+ArrowUp");
        assertThat(hour.locator("[data-pin]")).containsText("15:15");
        assertThat(at(pin)).isEqualTo(other.withHour(15).withMinute(15));
    }

    @Test
    void escapeLetsGoAndAClickStillOpens() {
        Pin pin = kitchen.draft("Stays", Role.CREATOR, at);
        browser.go(month);
        browser.awake();
        lift(chip(pin));
        over(day(12));
        browser.page.keyboard().press("Escape");
        browser.page.mouse().up();
        assertThat(browser.page.locator(".ghost")).hasCount(0);
        assertThat(day(10).locator("[data-pin]")).hasCount(1);
        chip(pin).click();
        assertThat(browser.page.locator("h1")).hasText("Stays");
        assertThat(at(pin)).isEqualTo(at);
    }

    @Test
    void toTheTrayAndOutOfIt() {
        Pin pin = kitchen.draft("Some day", Role.CREATOR, at);
        browser.go(month);
        browser.awake();
        lift(chip(pin));
        over(browser.page.locator(".tray"));
        assertThat(browser.page.locator(".ghost > p")).hasText("No time");
        browser.page.mouse().up();
        assertThat(browser.page.locator(".tray [data-pin]")).containsText("Some day");
        assertThat(said()).containsText("unscheduled");
        lift(chip(pin));
        over(day(20));
        browser.page.mouse().up();
        assertThat(said()).containsText("09:00");
        assertThat(day(20).locator("[data-pin]")).containsText("09:00");
        assertThat(at(pin)).isEqualTo(at.withDayOfMonth(20).withHour(9).withMinute(0));
    }

    @Test
    void whatIsRefusedGoesBackAndSaysWhy() {
        kitchen.approved("Has the minute", at.withDayOfMonth(15));
        Pin pin = kitchen.approved("Wants the minute", at);
        browser.go(month);
        browser.awake();
        lift(chip(pin));
        over(day(15));
        browser.page.mouse().up();
        assertThat(said()).containsText("Not moved: “Wants the minute”: “Has the minute”");
        assertThat(day(10).locator("[data-pin]")).containsText("Wants the minute");
        assertThat(day(15).locator("[data-pin]")).hasCount(1);
        assertThat(browser.page.locator(".flash.bad")).isVisible();
        assertThat(at(pin)).isEqualTo(at);
    }

    @Test
    void aDayThatHasPassedAndAPinThatIsOutSaySoWhileDragging() {
        LocalDateTime tomorrow = kitchen.later(1);
        Pin pin = kitchen.draft("Not back in time", Role.CREATOR, tomorrow);
        Pin out = kitchen.approved("Out", tomorrow.plusHours(1));
        kitchen.verb(out, Role.OWNER, (p, by, now) -> p.publishing(Publishing.PUBLISHED, false, now));
        browser.go("/calendar?view=month&on=" + tomorrow.toLocalDate());
        browser.awake();
        lift(chip(pin));
        Locator past = browser.page.locator("[data-past]").last();
        if (past.count() > 0) {
            over(past);
            assertThat(browser.page.locator(".ghost.refuses > p")).containsText("has passed");
        }
        browser.page.keyboard().press("Escape");
        browser.page.mouse().up();
        lift(chip(out));
        over(browser.page.locator(".tray"));
        assertThat(browser.page.locator(".ghost.refuses > p")).hasText("A pin that is “Published” does not move.");
        browser.page.mouse().up();
        assertThat(said()).containsText("Not moved: A pin that is “Published” does not move.");
        assertThat(at(out)).isEqualTo(tomorrow.plusHours(1));
    }

    @Test
    void overTheArrowThePageTurnsAndTheDragGoesOn() {
        Pin pin = kitchen.draft("To the next month", Role.CREATOR, at);
        browser.go(month);
        browser.awake();
        lift(chip(pin));
        over(browser.page.locator(".steps [rel=next]"));
        LocalDateTime next = at.plusMonths(1);
        Locator target = browser.page.locator("[data-day='" + next.toLocalDate() + "']");
        target.waitFor();
        assertThat(browser.page.locator("h1")).containsText(String.valueOf(next.getYear()));
        over(target);
        browser.page.mouse().up();
        assertThat(said()).containsText("moved:");
        assertThat(target.locator("[data-pin]")).containsText("14:16");
        assertThat(at(pin)).isEqualTo(next);
    }

    @Test
    void aFingerLiftsAChipAfterAMomentAndScrollsBefore() {
        Pin pin = kitchen.draft("By finger", Role.CREATOR, at);
        browser.go(month);
        browser.awake();
        Finger finger = new Finger(browser.page);
        finger.down(chip(pin));
        finger.over(day(11));
        finger.up();
        assertThat(browser.page.locator(".ghost")).hasCount(0);
        assertThat(at(pin)).isEqualTo(at);
        browser.go(month);
        browser.awake();
        finger.down(chip(pin));
        browser.page.locator(".ghost").waitFor();
        finger.over(day(11));
        assertThat(browser.page.locator(".ghost > p")).hasText(Pattern.compile("11 .*14:16"));
        finger.up();
        assertThat(said()).containsText("“By finger” moved:");
        assertThat(at(pin)).isEqualTo(at.plusDays(1));
    }

    @Test
    void aSecondFingerLeavesAPinInTheHandOfTheFirst() {
        Pin pin = kitchen.draft("By finger", Role.CREATOR, at);
        browser.go(month);
        browser.awake();
        Finger finger = new Finger(browser.page);
        finger.down(chip(pin));
        browser.page.locator(".ghost").waitFor();
        finger.over(day(11));
        browser.page.evaluate(
                "document.dispatchEvent(new PointerEvent('pointerup', { pointerId: 7, isPrimary: false, bubbles: true }))");
        assertThat(browser.page.locator(".ghost > p")).hasText(Pattern.compile("11 .*14:16"));
        finger.over(day(12));
        finger.up();
        assertThat(browser.page.locator(".ghost")).hasCount(0);
        assertThat(said()).containsText("“By finger” moved:");
        assertThat(at(pin)).isEqualTo(at.plusDays(2));
    }

    @Test
    void aFingerThatRestsOnAChipGetsItsMenu() {
        Pin pin = kitchen.draft("By finger", Role.CREATOR, at);
        try (Browser phone = Browser.open(Screen.PHONE).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            phone.go(month);
            phone.awake();
            Locator menu = phone.page.locator(".menu");
            rest(phone, pin);
            assertThat(menu.locator("> *"))
                    .hasText(new String[] {"Open", "Move to…", "Remove its time", "Duplicate", "Choose", "Delete"});
            phone.mustBeAccessible();
            menu.getByText("Choose").click();
            assertThat(phone.page.locator("#selected")).hasText("1 pin chosen");
            rest(phone, pin);
            menu.getByText("Remove from selection").click();
            assertThat(phone.page.locator("#selected")).isHidden();
            // Within an hour its quarter may be another: it stays what it was.
            phone.go("/calendar?view=day&on=" + at.toLocalDate());
            phone.awake();
            rest(phone, pin);
            menu.getByText("Move to…").click();
            assertThat(phone.page.locator("h1")).hasText("Move By finger");
            assertThat(at(pin)).isEqualTo(at);
        }
    }

    private static void rest(Browser phone, Pin pin) {
        Locator chip = phone.page.locator("main [data-pin='" + pin.id + "']");
        chip.evaluate("chip => chip.scrollIntoView({ block: 'center' })");
        Finger finger = new Finger(phone.page);
        finger.down(chip);
        phone.page.locator(".ghost").waitFor();
        finger.up();
    }

    @Test
    void aChipsMenuLeadsToMoveTo() {
        Pin pin = kitchen.draft("By its menu", Role.CREATOR, at);
        browser.go(month);
        browser.awake();
        chip(pin).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        assertThat(browser.page.locator(".menu")).isVisible();
        browser.mustBeAccessible();
        browser.page.keyboard().press("ArrowDown");
        assertThat(browser.page.locator(":focus")).hasText("Move to…");
        browser.page.keyboard().press("Escape");
        assertThat(chip(pin)).isFocused();
        browser.page.keyboard().press("ContextMenu");
        browser.page.locator(".menu").getByText("Move to…").click();
        assertThat(browser.page.locator("h1")).hasText("Move By its menu");
        assertThat(Browser.box(browser.page.locator("form.card")).width)
                .isEqualTo(Browser.box(browser.page.locator(".brief-pin")).width);
        browser.fill("Publish date", at.plusDays(2).toLocalDate().toString())
                .fill("Publish time", "08:05")
                .press("Move");
        assertThat(browser.page.locator(".flash")).containsText("08:05");
        browser.go(month);
        browser.awake();
        chip(pin).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        browser.page.locator(".menu").getByText("Remove its time").click();
        assertThat(browser.page.locator(".tray [data-pin]")).containsText("By its menu");
    }

    /** A button that is let go beside an open menu closes it. */
    @Test
    void aMenuOpensUnderThePointerWhereverThatStands() {
        Pin pin = kitchen.draft("By its menu", Role.CREATOR, at.withDayOfMonth(28));
        browser.go(month);
        browser.awake();
        chip(pin).scrollIntoViewIfNeeded();
        BoundingBox box = Browser.box(chip(pin));
        for (double[] part : new double[][] {{.1, .1}, {.33, .77}, {.5, .5}, {.98, .03}, {.97, .96}}) {
            double x = box.x + box.width * part[0];
            double y = box.y + box.height * part[1];
            browser.page.mouse().click(x, y, new Mouse.ClickOptions().setButton(MouseButton.RIGHT));
            assertThat(browser.page.locator(".menu")).isVisible();
            Object under = browser.page.evaluate(
                    "([x, y]) => Boolean(document.elementFromPoint(x, y).closest('.menu'))", List.of(x, y));
            assertThat(under).isEqualTo(true);
            browser.page.keyboard().press("Escape");
        }
    }

    @Test
    void escInAMenuKeepsWhatIsChosen() {
        Pin pin = kitchen.draft("Chosen", Role.CREATOR, at);
        browser.go(month);
        browser.awake();
        chip(pin).focus();
        browser.page.keyboard().press("Space");
        chip(pin).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        assertThat(browser.page.locator(".menu")).isVisible();
        browser.page.keyboard().press("Escape");
        assertThat(browser.page.locator("#selected")).hasText("1 pin chosen");
        browser.page.keyboard().press("Escape");
        assertThat(browser.page.locator("#selected")).not().isVisible();
    }

    @Test
    void keysMoveAndUndoAndAreAnnounced() {
        Pin pin = kitchen.approved("By keyboard", at);
        // On a Sunday nothing is to the right of it.
        boolean last = at.getDayOfWeek() == java.time.DayOfWeek.SUNDAY;
        kitchen.draft("Beside it", Role.CREATOR, at.plusDays(last ? -1 : 1).plusHours(1));
        browser.go(month);
        browser.awake();
        chip(pin).focus();
        browser.page.keyboard().press("Control+Shift+ArrowDown");
        assertThat(said()).containsText("“By keyboard” moved:");
        assertThat(day(17).locator("[data-pin]")).hasCount(1);
        assertThat(chip(pin)).isFocused();
        browser.page.keyboard().press("Control+Shift+ArrowLeft");
        assertThat(day(16).locator("[data-pin]")).hasCount(1);
        assertThat(at(pin)).isEqualTo(at.withDayOfMonth(16));
        browser.page.keyboard().press("Control+z");
        assertThat(day(17).locator("[data-pin]")).hasCount(1);
        browser.reload();
        press("Control+z");
        assertThat(day(10).locator("[data-pin]")).hasCount(1);
        assertThat(at(pin)).isEqualTo(at);
        chip(pin).focus();
        browser.page.keyboard().press(last ? "ArrowLeft" : "ArrowRight");
        assertThat(browser.page.locator(":focus")).containsText("Beside it");
    }

    @Test
    void aKeyThatIsHeldMovesOnce() {
        Pin pin = kitchen.draft("By keyboard", Role.CREATOR, at);
        browser.go(month);
        browser.awake();
        // So that its script is there.
        chip(pin).focus();
        browser.page.keyboard().press("Control+Shift+ArrowRight");
        assertThat(day(11).locator("[data-pin]")).containsText("By keyboard");
        browser.page.keyboard().down("Control");
        browser.page.keyboard().down("Shift");
        for (int times = 0; times < 5; times++) {
            browser.page.keyboard().down("ArrowDown");
        }
        browser.page.keyboard().up("ArrowDown");
        browser.page.keyboard().up("Shift");
        browser.page.keyboard().up("Control");
        assertThat(day(18).locator("[data-pin]")).containsText("By keyboard");
        browser.page.keyboard().press("Control+Shift+ArrowLeft");
        assertThat(day(17).locator("[data-pin]")).containsText("By keyboard");
        assertThat(at(pin)).isEqualTo(at.withDayOfMonth(17));
    }

    /** Pinplan does it, and what it says of it is lost on the way. */
    private static void lost(Route asked) {
        asked.fetch(new Route.FetchOptions().setMaxRedirects(0));
        asked.abort();
    }

    @Test
    void whereNoAnswerComesNobodyKnows() {
        Pin pin = kitchen.draft("On its way", Role.CREATOR, at);
        Locator flash = browser.page.locator(".flash.bad");
        // Only by itself it looks again.
        browser.page.route("**/live?**", line -> {});
        browser.go(month);
        browser.awake();
        browser.page.route("**/changes/**", MovingInBrowserTest::lost);
        chip(pin).focus();
        browser.page.keyboard().press("Control+Shift+ArrowRight");
        assertThat(flash)
                .containsText("Pinplan did not answer: nobody knows whether it is moved. Look before you try again.");
        assertThat(day(11).locator("[data-pin]")).containsText("On its way");
        browser.page.keyboard().press("Control+z");
        assertThat(flash).containsText("Pinplan did not answer: nobody knows whether it is undone.");
        assertThat(day(10).locator("[data-pin]")).containsText("On its way");
        assertThat(at(pin)).isEqualTo(at);
        // Where it can't be looked at either, nothing more is done until it can.
        browser.page.route("**/calendar?**", Route::abort);
        browser.press("Close this message");
        chip(pin).focus();
        browser.page.keyboard().press("Control+Shift+ArrowRight");
        assertThat(flash).containsText("nobody knows whether it is moved");
        assertThat(day(10).locator("[data-pin]")).containsText("On its way");
        browser.page.unroute("**/calendar?**");
        browser.page.unroute("**/changes/**");
        browser.page.keyboard().press("Control+Shift+ArrowRight");
        assertThat(flash).containsText("Not moved: what you did before was not answered.");
        assertThat(day(11).locator("[data-pin]")).containsText("On its way");
        assertThat(at(pin)).isEqualTo(at.plusDays(1));
        browser.page.keyboard().press("Control+Shift+ArrowRight");
        assertThat(day(12).locator("[data-pin]")).containsText("On its way");
    }

    @Test
    void whatAServerInBetweenSaysTakesNoPageAway() {
        Pin pin = kitchen.draft("Chosen", Role.CREATOR, at);
        browser.go(month);
        browser.awake();
        browser.page.evaluate("window.stayed = true");
        chip(pin).focus();
        browser.page.keyboard().press("Space");
        browser.page.route(
                "**/changes/moves",
                moves -> moves.fulfill(
                        new Route.FulfillOptions().setStatus(502).setBody("<main><h1>Bad gateway</h1></main>")));
        browser.page.keyboard().press("Control+Shift+ArrowRight");
        assertThat(browser.page.locator(".flash.bad")).containsText("nobody knows whether it is moved");
        assertThat(browser.page.locator("#selected")).hasText("1 pin chosen");
        assertThat(chip(pin)).isFocused();
        assertThat(browser.page.evaluate("window.stayed")).isEqualTo(true);
    }

    @Test
    void whatIsSaidStandsWhereOneLooks() {
        Pin pin = kitchen.draft("Far down", Role.CREATOR, at.withDayOfMonth(24));
        Pin out = kitchen.approved("Out", at.withDayOfMonth(25));
        kitchen.verb(out, Role.OWNER, (p, by, now) -> p.publishing(Publishing.PUBLISHED, false, now));
        browser.page.setViewportSize(1440, 400);
        browser.go(month);
        browser.awake();
        chip(pin).focus();
        chip(pin).evaluate("chip => chip.scrollIntoView({ block: 'center' })");
        assertThat(browser.page.locator("h1")).not().isInViewport();
        browser.page.keyboard().press("Control+Shift+ArrowLeft");
        assertThat(said()).containsText("“Far down” moved:");
        Locator flash = browser.page.locator(".flash");
        assertThat(flash.getByText("Undo")).isInViewport();
        browser.mustBeAccessible().shot("toast");
        chip(out).focus();
        browser.page.keyboard().press("Control+Shift+ArrowLeft");
        assertThat(flash).containsText("Not moved: A pin that is “Published” does not move.");
        assertThat(flash).isInViewport();
        // What worked before can still be undone.
        flash.getByText("Undo").click();
        assertThat(flash).containsText("“Far down” put back");
    }

    @Test
    void whoMayNotMoveHearsWhy() {
        Pin pin = kitchen.approved("Not theirs", at);
        try (Browser viewer = Browser.open(Screen.WIDE).signedIn(kitchen.people.signIn(Role.VIEWER))) {
            viewer.go(month);
            viewer.awake();
            Locator chip = viewer.page.locator("main [data-pin='" + pin.id + "']");
            chip.focus();
            viewer.page.keyboard().press("Control+Shift+ArrowRight");
            Locator flash = viewer.page.locator(".flash.bad");
            assertThat(flash).containsText("Not moved: You may look at pins, but not move them.");
            viewer.mustBeAccessible().shot("toast-refusal");
            viewer.press("Close this message");
            assertThat(flash).hasCount(0);
            assertThat(chip).isFocused();
        }
    }

    @Test
    void whatIsSaidIsClosedAndNeverOverWhatHasTheFocus() {
        Pin pin = kitchen.draft("At the very bottom", Role.CREATOR, at.withDayOfMonth(24));
        try (Browser phone = Browser.open(Screen.PHONE).signedIn(kitchen.people.signIn(Role.CREATOR))) {
            phone.go(month);
            phone.awake();
            Locator chip = phone.page.locator("main [data-pin='" + pin.id + "']");
            chip.focus();
            chip.evaluate("chip => scrollBy(0, chip.getBoundingClientRect().bottom - innerHeight + 80)");
            phone.page.keyboard().press("Control+Shift+ArrowLeft");
            Locator flash = phone.page.locator(".flash.toast");
            assertThat(flash).containsText("moved:");
            assertThat(chip).isFocused();
            phone.page.waitForFunction("""
                    () => document.activeElement.getBoundingClientRect().bottom
                      <= document.querySelector('.toast').getBoundingClientRect().top""");
            phone.mustBeAccessible().shot("toast");
            String first = flash.textContent();
            phone.page.keyboard().press("Control+Shift+ArrowLeft");
            assertThat(flash).not().hasText(first);
            phone.page.waitForFunction("""
                    () => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--toast'))
                      >= document.querySelector('.toast').offsetHeight""");
            phone.button("Close this message").focus();
            phone.page.keyboard().press("Enter");
            assertThat(flash).hasCount(0);
            assertThat(chip).isFocused();
        }
    }

    @Test
    void anHourThatHasPassedSaysWhichOne() {
        Pin pin = kitchen.draft("Not back in time", Role.CREATOR, null);
        browser.go("/calendar?view=day&on=" + kitchen.later(-1).toLocalDate());
        browser.awake();
        lift(chip(pin));
        over(browser.page.locator("[data-hour='12']"));
        assertThat(browser.page.locator(".ghost.refuses > p")).containsText(", 12:00 has passed");
    }

    /** Once its script runs, the page offers the list of its keys. */
    private void press(String key) {
        browser.awake();
        browser.page.keyboard().press(key);
    }

    @Test
    void singleKeysLeadAroundUntilTheyAreSwitchedOff() {
        browser.go(month);
        browser.awake();
        press("l");
        assertThat(browser.page.locator(".segments [aria-current=page]")).hasText("List");
        press("m");
        assertThat(browser.page.locator(".month")).isVisible();
        press("f");
        browser.page.keyboard().type("lnt");
        assertThat(browser.field("Search")).hasValue("lnt");
        browser.field("Search").blur();
        press("?");
        assertThat(browser.page.locator("#keys")).isVisible();
        browser.mustBeAccessible();
        browser.page.locator("#keys input").uncheck();
        browser.page.keyboard().press("Escape");
        press("l");
        assertThat(browser.page.locator(".month")).isVisible();
        browser.press("Keys");
        browser.page.locator("#keys input").check();
        browser.press("Close");
        press("n");
        assertThat(browser.page.locator("h1")).hasText("New pin");
    }
}
