package pinplan.change;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pinplan.campaign.Campaign;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.Publishing;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** Several pins are chosen and changed at once, and drafts are typed and dropped into their day. */
@QuarkusTest
class PlanningInBrowserTest {
    private static final String DROP = """
            ([selector, transfer, files]) => {
              const day = document.querySelector(selector);
              for (const [name, base64] of files) {
                const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
                transfer.items.add(new File([bytes], name, { type: 'image/jpeg' }));
              }
              for (const type of ['dragover', 'drop']) {
                day.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
              }
            }""";

    private final Kitchen kitchen = new Kitchen();
    private final LocalDateTime at =
            kitchen.later(31).withDayOfMonth(10).withHour(14).withMinute(16);
    private final String month = "/calendar?view=month&on=" + at.toLocalDate();
    private Browser browser;

    private void open(Screen screen) {
        browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.CREATOR));
    }

    private void openMonth() {
        open(Screen.WIDE);
        browser.go(month);
        browser.awake();
    }

    private void openQuick(LocalDate on) {
        openMonth();
        day(on).hover();
        day(on).locator(".add").click();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Locator chip(Pin pin) {
        return browser.page.locator("main [data-pin='" + pin.id + "']");
    }

    private void chooseByKeys(Pin... pins) {
        for (Pin pin : pins) {
            chip(pin).focus();
            browser.page.keyboard().press("Space");
        }
    }

    private Locator day(LocalDate on) {
        return browser.page.locator("[data-day='" + on + "']");
    }

    private LocalDateTime at(Pin pin) {
        return kitchen.read(pin, p -> p.planned() == null ? null : p.planned().local());
    }

    @Test
    void severalAreChosenAndMovedAndUndoneAsOne() {
        Pin[] pins = new Pin[4];
        for (int i = 0; i < 4; i++) {
            pins[i] = kitchen.approved("Pin " + i, at.plusDays(i / 2).plusMinutes(i));
        }
        openMonth();
        chip(pins[0])
                .click(new Locator.ClickOptions()
                        .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.CONTROL)));
        assertThat(browser.page.locator("#selected")).hasText("1 pin chosen");
        chip(pins[2])
                .click(new Locator.ClickOptions()
                        .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
        assertThat(browser.page.locator("#selected")).hasText("3 pins chosen");
        chip(pins[1]).focus();
        browser.page.keyboard().press("Space");
        assertThat(browser.page.locator("#selected")).hasText("2 pins chosen");
        day(at.toLocalDate()).locator("header").click();
        day(at.toLocalDate()).locator("header").click();
        assertThat(browser.page.locator("#selected")).hasText("1 pin chosen");
        day(at.toLocalDate()).locator("header").click();
        browser.mustBeAccessible().shot("chosen");
        browser.press("Change what is chosen…");
        assertThat(browser.page.locator("h1")).hasText("3 pins at once");
        browser.page.getByLabel("Move by days").check();
        browser.fill("Days", "7").mustBeAccessible().shot("selection");
        browser.press("Show what would happen");
        browser.mustBeAccessible().shot("selection-preview");
        browser.press("Move 3 pins");
        assertThat(browser.page.locator(".flash")).containsText("3 pins moved.");
        assertThat(browser.page).hasURL(Pattern.compile("on=" + at.toLocalDate()));
        assertThat(at(pins[2])).isEqualTo(at.plusDays(8).plusMinutes(2));
        assertThat(browser.page.locator(".just-changed")).hasCount(3);
        assertThat(chip(pins[2])).hasClass(Pattern.compile("just-changed"));
        browser.mustBeAccessible().shot("just-changed");
        browser.press("Undo");
        assertThat(browser.page.locator("#said")).containsText("3 pins put back.");
        assertThat(browser.page.locator(".just-changed")).hasCount(3);
        assertThat(at(pins[0])).isEqualTo(at);
    }

    @Test
    void whoChangesSomethingFarDownComesBackToIt() {
        Pin pin = kitchen.draft("Far down", Role.CREATOR, at.withDayOfMonth(24));
        open(Screen.WIDE);
        browser.page.setViewportSize(1440, 400);
        browser.go(month);
        browser.awake();
        chooseByKeys(pin);
        chip(pin).evaluate("chip => chip.scrollIntoView({ block: 'center' })");
        browser.press("Change what is chosen…");
        browser.page.getByLabel("Move by days").check();
        browser.fill("Days", "1").press("Show what would happen").press("Move 1 pin");
        browser.awake();
        assertThat(browser.page.locator("h1")).not().isInViewport();
        assertThat(chip(pin)).isInViewport();
        assertThat(chip(pin)).hasClass(Pattern.compile("just-changed"));
        assertThat(browser.button("Undo")).isInViewport();
        browser.press("Undo");
        assertThat(browser.page.locator(".flash")).containsText("“Far down” put back");
        assertThat(chip(pin)).hasClass(Pattern.compile("just-changed"));
        assertThat(browser.page.locator("h1")).not().isInViewport();
    }

    @Test
    void whereADayHoldsMoreThanItShowsAllOfItCanBeChosen() {
        for (int i = 0; i < 6; i++) {
            kitchen.draft("Pin " + i, Role.CREATOR, at.plusMinutes(i));
        }
        open(Screen.WIDE);
        browser.go(month + "&q=pin");
        browser.awake();
        Locator header = day(at.toLocalDate()).locator("header");
        header.click();
        Locator rest = browser.page.locator("#rest");
        assertThat(browser.page.locator("#selected")).hasText("4 pins chosen");
        assertThat(rest).isVisible();
        browser.mustBeAccessible().shot("chosen-partly");
        header.click();
        assertThat(rest).isHidden();
        header.click();
        rest.click();
        assertThat(browser.page.locator("#selected")).hasText("6 pins chosen");
        assertThat(browser.page.locator(".filter.on")).containsText("Text: “pin”");
        assertThat(browser.page.locator("td.name a")).hasCount(6);
    }

    @Test
    void whatIsLetGoOfSinceOthersDeletedItIsSaid() {
        Pin stays = kitchen.draft("Stays", Role.CREATOR, at);
        Pin goes = kitchen.draft("Goes", Role.CREATOR, at.plusDays(1));
        openMonth();
        chooseByKeys(stays, goes);
        kitchen.verb(goes, Role.OWNER, Pin::delete);
        assertThat(browser.page.locator("#selected")).hasText("1 pin chosen");
        assertThat(browser.page.locator("#said")).hasText("1 chosen pin is not shown any more, so it is not chosen.");
    }

    @Test
    void whatIsChosenIsDraggedTogether() {
        Pin first = kitchen.draft("First", Role.CREATOR, at);
        Pin second = kitchen.draft("Second", Role.CREATOR, at.plusDays(1));
        Pin alone = kitchen.draft("Alone", Role.CREATOR, at.plusHours(1));
        openMonth();
        chooseByKeys(first, second);
        drag(alone, day(at.toLocalDate().plusDays(2)));
        assertThat(day(at.toLocalDate().plusDays(2)).locator("[data-pin]")).hasCount(1);
        drag(first, day(at.toLocalDate().plusDays(3)));
        assertThat(browser.page.locator("h1")).hasText("2 pins at once");
        assertThat(at(first)).isEqualTo(at);
        browser.press("Move 2 pins");
        assertThat(browser.page.locator(".flash")).containsText("2 pins moved.");
        assertThat(at(first)).isEqualTo(at.plusDays(3));
        assertThat(at(second)).isEqualTo(at.plusDays(4));
        assertThat(at(alone)).isEqualTo(at.plusDays(2).plusHours(1));
    }

    @Test
    void whatIsChosenGoesToTheTrayAndBackTogether() {
        Pin first = kitchen.draft("First", Role.CREATOR, at);
        Pin second = kitchen.draft("Second", Role.CREATOR, at.plusDays(1));
        openMonth();
        chooseByKeys(first, second);
        Locator tray = browser.page.locator(".tray");
        drag(first, tray);
        assertThat(tray.locator("[data-pin]")).hasCount(2);
        drag(second, day(at.toLocalDate().plusDays(1)));
        assertThat(day(at.toLocalDate().plusDays(1)).locator("[data-pin]")).hasCount(2);
        browser.press("Undo");
        assertThat(tray.locator("[data-pin]")).hasCount(2);
    }

    @Test
    void whatIsChosenIsMovedTogetherByKeys() {
        Pin first = kitchen.draft("First", Role.CREATOR, at);
        Pin second = kitchen.draft("Second", Role.CREATOR, at.plusDays(1));
        openMonth();
        chooseByKeys(first, second);
        browser.page.keyboard().press("Control+Shift+ArrowDown");
        assertThat(browser.page.locator("h1")).hasText("2 pins at once");
        browser.press("Move 2 pins");
        assertThat(browser.page.locator(".flash")).containsText("2 pins moved.");
        assertThat(at(first)).isEqualTo(at.plusDays(7));
        assertThat(at(second)).isEqualTo(at.plusDays(8));
    }

    @Test
    void undoingPassesByNoDraftThatWasJustAdded() {
        LocalDate on = at.toLocalDate();
        Pin moved = kitchen.draft("Moved before", Role.CREATOR, at);
        Pin out = kitchen.approved("Out", at.plusDays(5));
        kitchen.verb(out, Role.OWNER, (p, by, now) -> p.publishing(Publishing.PUBLISHED, false, now));
        openMonth();
        chip(moved).focus();
        browser.page.keyboard().press("Control+Shift+ArrowRight");
        assertThat(browser.page.locator("#said")).containsText("moved:");
        day(on).locator(".add").dispatchEvent("click");
        browser.fill("Title", "Just added");
        browser.page.keyboard().press("Enter");
        assertThat(browser.page.locator("#said")).hasText("The draft is saved.");
        assertThat(browser.field("Title")).hasValue("");
        browser.page.keyboard().press("Escape");
        browser.press("Close this message");
        // Whatever is refused meanwhile.
        chip(out).focus();
        browser.page.keyboard().press("Control+Shift+ArrowRight");
        assertThat(browser.page.locator(".flash.bad")).containsText("Not moved:");
        browser.page.keyboard().press("Control+z");
        assertThat(browser.page.locator(".flash.bad")).containsText("Not undone: what was just added is a draft");
        browser.mustBeAccessible().shot("quick-undo");
        assertThat(at(moved)).isEqualTo(at.plusDays(1));
        browser.page.keyboard().press("Control+z");
        assertThat(browser.page.locator(".flash")).containsText("“Moved before” put back");
        assertThat(at(moved)).isEqualTo(at);
    }

    @Test
    void whatIsInTheTrayTakesNothingAlongThatHasItsTime() {
        Pin dated = kitchen.draft("Dated", Role.CREATOR, at);
        Pin timeless = kitchen.draft("Timeless", Role.CREATOR, null);
        openMonth();
        chooseByKeys(dated, timeless);
        drag(timeless, day(at.toLocalDate().plusDays(2)));
        assertThat(browser.page.locator("#said")).containsText("Not moved: Some of these have a time already");
        assertThat(at(dated)).isEqualTo(at);
        assertThat(at(timeless)).isNull();
    }

    @Test
    void aListThatIsChosenAsAWholeIsLetGoOf() {
        for (int i = 0; i < 3; i++) {
            kitchen.draft("Pin " + i, Role.CREATOR, at.plusMinutes(i));
        }
        open(Screen.WIDE);
        browser.go("/calendar?view=list&on=" + at.toLocalDate());
        browser.page.getByText("Choose all of them").click();
        browser.awake();
        assertThat(browser.page.locator("#selected")).hasText("3 pins chosen");
        browser.mustBeAccessible().shot("list-chosen");
        browser.press("Clear selection");
        assertThat(browser.page.locator("td.choose input:checked")).hasCount(0);
        browser.page.locator("td.choose input").first().check();
        browser.press("Change what is chosen…");
        browser.page.getByText("Back to the calendar").click();
        assertThat(browser.page.locator("td.choose input")).hasCount(3);
        assertThat(browser.page.locator("td.choose input:checked")).hasCount(0);
    }

    @Test
    void pinsAreChosenOnTheirCampaignsPage() {
        Campaign campaign = Kitchen.write(() -> {
            Campaign made = new Campaign();
            made.workspace = kitchen.people.workspace;
            made.name = "Easter";
            made.createdAt = Kitchen.now();
            made.persist();
            return made;
        });
        Pin pin = kitchen.draft("Carrot cake", Role.CREATOR, at);
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> p.edit(p.fields().in(campaign), by, now));
        open(Screen.WIDE);
        browser.go("/campaigns/" + campaign.id);
        browser.awake();
        browser.page.getByLabel("Choose Carrot cake").check();
        assertThat(browser.page.locator("#selected")).hasText("1 pin chosen");
        browser.mustBeAccessible().shot("campaign-chosen");
        browser.press("Change what is chosen…");
        browser.page.getByLabel("Move by days").check();
        browser.fill("Days", "1").press("Show what would happen").press("Move 1 pin");
        assertThat(browser.page.locator("h1")).hasText("Easter");
        assertThat(chip(pin)).hasClass(Pattern.compile("just-changed"));
        browser.press("Undo");
        assertThat(browser.page.locator(".flash")).containsText("“Carrot cake” put back");
        assertThat(chip(pin)).hasClass(Pattern.compile("just-changed"));
    }

    private void drag(Pin pin, Locator to) {
        BoundingBox from = Browser.box(chip(pin));
        browser.page.mouse().move(from.x + 20, from.y + 12);
        browser.page.mouse().down();
        BoundingBox target = Browser.box(to);
        browser.page
                .mouse()
                .move(target.x + target.width / 2, target.y + target.height - 8, new Mouse.MoveOptions().setSteps(3));
        browser.page.mouse().up();
    }

    @Test
    void deletingSaysWhatItWouldDelete() {
        Pin pin = kitchen.draft("Not needed", Role.CREATOR, at);
        openMonth();
        chip(pin).focus();
        browser.page.keyboard().press("Space");
        browser.press("Change what is chosen…");
        browser.page.getByLabel("Delete").check();
        browser.press("Show what would happen");
        browser.mustBeAccessible().shot("selection-delete");
        browser.press("Delete 1 pin");
        assertThat(browser.page.locator(".flash")).containsText("“Not needed” deleted.");
        browser.press("Undo");
        assertThat(chip(pin)).isVisible();
    }

    @Test
    void withoutScriptTheListOffersTheSame() {
        Pin pin = kitchen.draft("By hand", Role.CREATOR, at);
        open(Screen.WIDE.withoutScript());
        browser.go("/calendar?view=list&on=" + at.toLocalDate());
        browser.page.getByLabel("Choose By hand").check();
        browser.press("Change what is chosen…");
        browser.page.getByLabel("Move by days").check();
        browser.fill("Days", "1").press("Show what would happen").press("Move 1 pin");
        assertThat(browser.page.locator(".flash")).containsText("“By hand” moved:");
        assertThat(at(pin)).isEqualTo(at.plusDays(1));
        assertThat(browser.page.locator("tr:target")).containsText("By hand");
        browser.press("Undo");
        assertThat(at(pin)).isEqualTo(at);
        assertThat(browser.page.locator("tr:target")).containsText("By hand");
    }

    @Test
    void draftsAreTypedIntoTheirDayOneAfterTheOther() {
        LocalDate on = at.toLocalDate();
        openQuick(on);
        browser.field("Pin it to").selectOption(kitchen.recipes.id.toString());
        assertThat(browser.page.locator(".quick-day")).hasText(Pattern.compile("Plan a pin on " + on.getDayOfMonth()));
        browser.fill("Title", "First of the day");
        browser.mustBeAccessible().shot("quick");
        browser.page.keyboard().press("Enter");
        assertThat(day(on).locator("[data-pin]")).containsText("09:00");
        assertThat(browser.field("Title")).isFocused();
        browser.page.keyboard().type("Second of the day");
        browser.page.keyboard().press("Enter");
        assertThat(day(on).locator("[data-pin]")).hasCount(2);
        assertThat(day(on).locator("[data-pin]").nth(1)).containsText("09:15");
        assertThat(day(on).locator("[data-pin]").nth(1)).containsText("Easter recipes");
        browser.fill("Title", "Way too long ".repeat(9));
        browser.page.keyboard().press("Enter");
        assertThat(browser.page.locator(".quick .error")).containsText("100");
        assertThat(browser.field("Title")).hasValue("Way too long ".repeat(9));
        browser.page.keyboard().press("Escape");
        assertThat(browser.page.locator(".quick")).hasCount(0);
    }

    @Test
    void whatIsTypedMeanwhileStaysWhateverBecomesOfWhatWasSent() {
        LocalDate on = at.toLocalDate();
        LocalDate next = on.plusDays(1);
        LocalDate last = on.plusDays(2);
        List<Route> sent = new ArrayList<>();
        openQuick(on);
        browser.page.route("**/pins/quick", sent::add);
        browser.fill("Title", "First");
        browser.page.keyboard().press("Enter");
        browser.page.waitForCondition(() -> sent.size() == 1);
        day(next).locator(".add").dispatchEvent("click");
        browser.fill("Title", "Second");
        sent.get(0).resume();
        assertThat(day(on).locator("[data-pin]")).containsText("First");
        assertThat(browser.field("Title")).hasValue("Second");

        browser.page.keyboard().press("Enter");
        browser.page.waitForCondition(() -> sent.size() == 2);
        day(on).locator(".add").dispatchEvent("click");
        browser.fill("Title", "Third");
        day(last).locator(".add").dispatchEvent("click");
        assertThat(browser.page.locator(".quick-day")).hasText(Pattern.compile("on " + last.getDayOfMonth()));
        assertThat(browser.field("Title")).hasValue("Third");
        sent.get(1).abort();
        assertThat(browser.page.locator(".flash.bad")).containsText("“Second” is not saved, and comes back after this");
        assertThat(browser.field("Title")).hasValue("Third");
        browser.page.unroute("**/pins/quick");
        browser.page.keyboard().press("Enter");
        assertThat(day(last).locator("[data-pin]")).containsText("Third");
        assertThat(browser.field("Title")).hasValue("Second");
        assertThat(browser.page.locator(".quick .error")).containsText("did not answer");
        browser.press("Add");
        assertThat(day(next).locator("[data-pin]")).containsText("Second");
    }

    @Test
    void whatIsDroppedInVainLeavesWhatIsTyped() {
        LocalDate on = at.toLocalDate();
        openQuick(on);
        browser.fill("Title", "Typed for a while");
        dropNoPicture(on);
        assertThat(browser.page.locator(".flash.bad")).containsText("Not added: “none.jpg”");
        assertThat(browser.field("Title")).hasValue("Typed for a while");
    }

    @Test
    void anAnswerThatIsLostMakesNoDoubles() {
        LocalDate on = at.toLocalDate();
        openQuick(on);
        browser.page.route("**/pins/quick", route -> {
            route.fetch(new Route.FetchOptions().setMaxRedirects(0));
            route.abort();
        });
        browser.fill("Title", "Only once");
        browser.press("Add");
        assertThat(browser.page.locator(".quick .error")).containsText("did not answer");
        browser.page.unroute("**/pins/quick");
        browser.press("Add");
        assertThat(browser.page.locator("#said")).hasText("The draft is saved.");
        assertThat(day(on).locator("[data-pin]")).hasCount(1);
    }

    @Test
    void anAnswerToADropThatIsLostMakesNoDoubles() {
        LocalDate on = at.toLocalDate();
        openMonth();
        browser.page.route("**/pins/quick", route -> {
            route.fetch(new Route.FetchOptions().setMaxRedirects(0));
            route.abort();
        });
        drop(on, List.of(List.of("one.jpg", Base64.getEncoder().encodeToString(Kitchen.jpeg(Color.RED)))));
        assertThat(browser.page.locator(".quick .error")).containsText("nobody knows whether it is saved");
        browser.page.unroute("**/pins/quick");
        browser.press("Add");
        assertThat(browser.page.locator("#said")).hasText("The draft is saved.");
        assertThat(day(on).locator("[data-pin]")).hasCount(1);
    }

    @Test
    void whatWasDroppedByWhomWasSignedOutWaitsToBeSentAgain() {
        LocalDate on = at.toLocalDate();
        openMonth();
        browser.page.route("**/pins/quick", route -> route.fulfill(new Route.FulfillOptions().setStatus(403)));
        drop(on, List.of(List.of("one.jpg", Base64.getEncoder().encodeToString(Kitchen.jpeg(Color.RED)))));
        assertThat(browser.page.locator(".quick .error")).containsText("then press Add again");
        browser.page.unroute("**/pins/quick");
        browser.press("Add");
        assertThat(day(on).locator("[data-pin] img")).hasCount(1);
    }

    /** It is seen to be at it, and the second click opens no other day's form. */
    @Test
    void addIsPressedTwiceWhileTheServerTakesItsTime() {
        LocalDate on = at.toLocalDate();
        openQuick(on);
        browser.fill("Title", "Lemon tart");
        List<Route> held = new ArrayList<>();
        browser.page.route("**/pins/quick", held::add);
        browser.button("Add").dblclick();
        assertThat(browser.page.locator(".quick .primary")).hasText("Adding…");
        assertThat(browser.page.locator(".quick [name=title]")).hasValue("Lemon tart");
        assertThat(held).hasSize(1);
        held.get(0).resume();
        assertThat(browser.page.locator("#said")).hasText("The draft is saved.");
        assertThat(browser.page.locator(".quick .primary")).hasText("Add");
        assertThat(browser.page.locator(".quick [name=publishDate]")).hasValue(on.toString());
        assertThat(day(on).locator("[data-pin]")).hasCount(1);
    }

    @Test
    void theKeysOfAnInputMethodAreItsOwn() {
        openQuick(at.toLocalDate());
        browser.fill("Destination link", "https://example.org/");
        for (String key : List.of("Enter", "Escape")) {
            Object goesOn = browser.field("Destination link")
                    .evaluate(
                            "(field, key) => field.dispatchEvent(new KeyboardEvent('keydown',"
                                    + " { key, isComposing: true, bubbles: true, cancelable: true }))",
                            key);
            assertThat(goesOn).isEqualTo(true);
        }
        assertThat(browser.field("Destination link")).hasValue("https://example.org/");
        assertThat(browser.page.locator(".quick:not([aria-busy=true])")).isVisible();
        assertThat(day(at.toLocalDate()).locator("[data-pin]")).hasCount(0);
    }

    @Test
    void whatWasPressedWhileThePageWasBroughtUpToDateIsDone() {
        Pin moved = kitchen.draft("Moved before", Role.CREATOR, at);
        openMonth();
        chip(moved).focus();
        browser.page.keyboard().press("Control+Shift+ArrowRight");
        assertThat(browser.page.locator("#said")).containsText("moved:");
        List<Route> held = new ArrayList<>();
        browser.page.route("**/js/undo.js*", held::add);
        chip(moved).evaluate("chip => { chip.focus(); chip.before = true }");
        browser.page.keyboard().press("Control+z");
        Pin other = kitchen.draft("Of somebody else", Role.OWNER, at);
        assertThat(chip(other)).isVisible();
        assertThat(chip(moved)).not().hasJSProperty("before", true);
        held.get(0).resume();
        assertThat(browser.page.locator(".flash")).containsText("“Moved before” put back");
    }

    @Test
    void severalLinksMakeSeveralDrafts() {
        LocalDate on = at.toLocalDate();
        openQuick(on);
        browser.fill("Destination link", "https://example.org/a\nhttps://example.org/b https://example.org/c");
        browser.press("Add");
        assertThat(day(on).locator("[data-pin]")).hasCount(3);
        assertThat(browser.page.locator("#said")).hasText("3 drafts are saved.");
    }

    @Test
    void picturesDroppedOnADayMakeDraftsThere() {
        LocalDate on = at.toLocalDate();
        openMonth();
        List<List<String>> files = List.of(
                List.of("one.jpg", Base64.getEncoder().encodeToString(Kitchen.jpeg(Color.RED))),
                List.of("two.jpg", Base64.getEncoder().encodeToString(Kitchen.jpeg(Color.BLUE))));
        drop(on, files);
        assertThat(day(on).locator("[data-pin] img")).hasCount(2);
        // There is no room to spare: what is wrong is said above the buttons.
        browser.page.setViewportSize(1440, 560);
        dropNoPicture(on);
        assertThat(browser.page.locator(".quick .error")).containsText("“none.jpg”");
        assertThat(browser.page.locator(".quick [data-cancel]"))
                .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        assertThat(day(on).locator("[data-pin] img")).hasCount(2);
    }

    @Test
    void howFarADropIsStandsWhereOneLooks() {
        LocalDate on = at.toLocalDate();
        openMonth();
        List<Route> held = new ArrayList<>();
        browser.page.route("**/pins/quick", held::add);
        drop(
                on,
                List.of(
                        List.of("one.jpg", Base64.getEncoder().encodeToString(Kitchen.jpeg(Color.RED))),
                        List.of("two.jpg", Base64.getEncoder().encodeToString(Kitchen.jpeg(Color.BLUE)))));
        Locator told = browser.page.locator(".notice.toast");
        assertThat(told).containsText(Pattern.compile("Adding.* 2 files"));
        assertThat(told.locator("progress")).isInViewport();
        assertThat(day(on)).hasClass(Pattern.compile("moving"));
        browser.mustBeAccessible().shot("quick-progress");
        held.get(0).resume();
        assertThat(day(on).locator("[data-pin] img")).hasCount(2);
        assertThat(told).hasCount(0);
        assertThat(browser.page.locator(".flash")).containsText("2 drafts are saved.");
    }

    @Test
    void picturesDroppedWhereNoneCanBeSaySo() {
        List<List<String>> files =
                List.of(List.of("one.jpg", Base64.getEncoder().encodeToString(Kitchen.jpeg(Color.RED))));
        openMonth();
        drop("h1", files);
        assertThat(browser.page.locator(".flash.bad"))
                .containsText("Not added: drop pictures on the day that they are for.");
        browser.go("/calendar?view=month&on=" + kitchen.later(-40).toLocalDate());
        browser.awake();
        drop("[data-past]", files);
        assertThat(browser.page.locator(".flash.bad")).containsText("Not added: that time has passed.");
    }

    @Test
    void whatIsNoPictureKeepsNoneOfTheOthers() {
        LocalDate on = at.toLocalDate();
        openMonth();
        drop(
                on,
                List.of(
                        List.of("none.jpg", Base64.getEncoder().encodeToString("no picture".getBytes())),
                        List.of("one.jpg", Base64.getEncoder().encodeToString(Kitchen.jpeg(Color.RED)))));
        assertThat(day(on).locator("[data-pin] img")).hasCount(1);
        assertThat(browser.page.locator(".flash.warn")).containsText("The draft is saved. Not added: “none.jpg”: ");
        browser.mustBeAccessible().shot("quick-some");
        assertThat(browser.page.locator(".quick")).hasCount(0);
    }

    private void dropNoPicture(LocalDate on) {
        drop(on, List.of(List.of("none.jpg", Base64.getEncoder().encodeToString("no picture".getBytes()))));
    }

    private void drop(LocalDate on, List<List<String>> files) {
        drop("[data-day='" + on + "']", files);
    }

    private void drop(String place, List<List<String>> files) {
        browser.page.evaluate(DROP, List.of(place, browser.page.evaluateHandle("new DataTransfer()"), files));
    }
}
