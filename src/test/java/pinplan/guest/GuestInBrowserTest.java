package pinplan.guest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.pin.PinStatus;
import pinplan.pin.Shot;
import pinplan.review.Audience;
import pinplan.review.Comment;
import pinplan.support.Browser;
import pinplan.support.Screen;
import pinplan.team.Role;

/** A guest on a phone: the link in a mail is one tap, Approve the other. */
@QuarkusTest
class GuestInBrowserTest {
    private final Kitchen kitchen = new Kitchen();

    @Test
    void twoTapsApproveAPin() {
        Pin first = kitchen.inReview("Apple tart");
        Pin second = kitchen.inReview(
                "A basil pesto whose name is as long as a title may be, and that is one hundred characters");
        Kitchen.write(() ->
                Comment.begin(first, Audience.EXTERNAL, "Do you like it?", kitchen.actor(Role.CREATOR), Kitchen.now()));
        String link = "/g/"
                + GuestSamples.link(kitchen.people, List.of(first, second)).text();
        try (Browser phone = Browser.open(Screen.PHONE)) {
            phone.go(link);
            phone.awake();
            phone.shot("guest").mustBeAccessible();
            var card = phone.page.locator("#pin-" + first.id);
            card.getByLabel("Your name").first().fill("Ana");
            card.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, approve())
                    .click();
            assertThat(phone.page.locator(".flash")).containsText("You approved “");
            assertThat(phone.page.locator(".flash")).isInViewport();
            assertThat(phone.page.locator("#pin-" + second.id + " h2")).isInViewport();
            assertThat(kitchen.status(first)).isEqualTo(PinStatus.APPROVED);
            // From the next mail: the link, and Approve.
            phone.go(link);
            phone.awake();
            phone.page
                    .locator("#pin-" + second.id)
                    .getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, approve())
                    .click();
            assertThat(phone.page.locator(".flash")).containsText("You approved “");
            assertThat(kitchen.status(second)).isEqualTo(PinStatus.APPROVED);
            phone.mustBeQuiet();
        }
    }

    @Test
    void manyAreApprovedAtOnceWithOneExceptionAlsoWithoutScript() {
        for (Screen screen : List.of(Screen.PHONE, Screen.PHONE.withoutScript())) {
            List<Pin> pins = Stream.of("Apple tart", "Basil pesto", "Carrot cake")
                    .map(kitchen::inReview)
                    .toList();
            String link = "/g/" + GuestSamples.link(kitchen.people, pins).text();
            try (Browser phone = Browser.open(screen)) {
                phone.go(link);
                phone.page.getByText("Select these 3").click();
                if (screen == Screen.PHONE) {
                    phone.awake();
                    phone.shot("guest-several").mustBeAccessible();
                }
                phone.page.locator("#several-name").fill("Ana");
                phone.page.locator("#tick-" + pins.get(1).id).uncheck();
                Locator all = phone.page.locator("#several button");
                assertThat(all).isInViewport();
                all.click();
                assertThat(phone.page.locator(".flash")).containsText("You approved 2 pins.");
                assertThat(kitchen.status(pins.get(0))).isEqualTo(PinStatus.APPROVED);
                assertThat(kitchen.status(pins.get(1))).isEqualTo(PinStatus.IN_REVIEW);
                assertThat(kitchen.status(pins.get(2))).isEqualTo(PinStatus.APPROVED);
                phone.mustBeQuiet();
            }
        }
    }

    @Test
    void whatCanNotBeSentCanBeCopied() {
        Pin pin = kitchen.inReview("Apple tart");
        Pin other = kitchen.inReview("Basil pesto");
        String link =
                "/g/" + GuestSamples.link(kitchen.people, List.of(pin, other)).text();
        for (Screen screen : Screen.all()) {
            try (Browser browser = Browser.open(screen)) {
                browser.go(link);
                browser.awake();
                var card = browser.page.locator("#pin-" + pin.id);
                card.getByText("Something should change").click();
                card.getByText("Point at a field or a spot").click();
                card.locator("form[action$=request-changes] .spot-on")
                        .click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(30, 60));
                card.getByText("Request changes").click();
                assertThat(card.locator("form[action$=request-changes] [data-told]"))
                        .containsText("The spot is");
                assertThat(card.locator(".error")).hasText("Type your name. You are asked only once.");
                browser.shot("guest-refused").mustBeAccessible();
                card.locator("input[id^=change-name]").fill("Ana");
                card.getByLabel("What should change")
                        .fill("The title is too long for a phone, and "
                                + "Donaudampfschifffahrtsgesellschaft".repeat(3));
                kitchen.verb(pin, Role.CREATOR, Pin::withdraw);
                card.getByText("Request changes").click();
                assertThat(browser.page.locator(".unsaved dd").last()).containsText("too long for a phone");
                browser.awake();
                assertThat(browser.page.locator(".unsaved [data-copy]").first()).isVisible();
                browser.shot("guest-unsaved").mustBeAccessible();
                kitchen.verb(pin, Role.CREATOR, Pin::submit);
            }
        }
    }

    private static com.microsoft.playwright.Locator.GetByRoleOptions approve() {
        return new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Approve");
    }

    @Test
    void whatChangedIsSeenOnAPhone() {
        Pin pin = kitchen.approved("Apple tart");
        Shot other = new Shot(kitchen.picture(java.awt.Color.CYAN), "A slice of apple tart, from above");
        kitchen.verb(pin, Role.CREATOR, (p, by, now) -> {
            p.edit(
                    new PinFields(
                            "Apple tart with a crumble",
                            p.description(),
                            p.link(),
                            p.account(),
                            p.board(),
                            null,
                            p.planned().local(),
                            List.of(other)),
                    by,
                    now);
            p.submit(by, now);
        });
        String link = "/g/" + GuestSamples.link(kitchen.people, List.of(pin)).text();
        try (Browser phone = Browser.open(Screen.PHONE)) {
            phone.go(link);
            phone.awake();
            assertThat(phone.page.locator(".since h3")).containsText("What changed since it was approved");
            assertThat(phone.page.locator(".since .pictures img")).hasCount(2);
            phone.page.locator(".since .pictures").scrollIntoViewIfNeeded();
            phone.shot("guest-diff").mustBeAccessible();
        }
    }

    @Test
    void theLinksOfAWorkspace() {
        for (Screen screen : Screen.all()) {
            try (Browser browser = Browser.open(screen).signedIn(kitchen.people.signIn(Role.APPROVER))) {
                browser.go("/review/guests");
                browser.awake();
                browser.shot("guest-links-first").mustBeAccessible();
                kitchen.inReview(
                        "A pin whose name is as long as a title may be, with a Donaudampfschifffahrtsgesellschaftsk");
                browser.reload();
                browser.awake();
                browser.fill(
                        "Who it is for",
                        "Ana of Acme, and everybody else at Donaudampfschifffahrtselektrizitäten & Sons Limited of Vienna");
                browser.unfold("Choose pins that are in review");
                browser.page.locator("[name=pin]").first().check();
                browser.fill("Passcode", "4711");
                browser.press("Make the link");
                assertThat(browser.page.locator("p.copy")).containsText("/g/");
                browser.awake();
                browser.shot("guest-links").mustBeAccessible();
                browser.page.locator("tbody button").first().click();
                var dialog = Browser.box(browser.page.locator("dialog.ask"));
                var button = Browser.box(browser.page.locator("dialog.ask .danger"));
                assertThat(button.x).isGreaterThan(dialog.x);
                assertThat(button.x + button.width).isLessThan(dialog.x + dialog.width);
                assertThat(browser.page.locator("dialog.ask .danger").evaluate("b => b.scrollWidth <= b.clientWidth"))
                        .isEqualTo(true);
                browser.shot("guest-revoke");
                browser.page.keyboard().press("Escape");
            }
        }
    }

    @Test
    void whatIsRefusedIsWhereThePageComesBack() {
        List<Pin> pins = Stream.of("Apple tart", "Basil pesto", "Carrot cake")
                .map(kitchen::inReview)
                .toList();
        Pin last = pins.get(2);
        String link = "/g/" + GuestSamples.link(kitchen.people, pins).text();
        for (Screen screen : List.of(Screen.PHONE, Screen.PHONE.withoutScript())) {
            try (Browser phone = Browser.open(screen)) {
                phone.go(link);
                var card = phone.page.locator("#pin-" + last.id);
                card.getByRole(AriaRole.BUTTON, approve()).click();
                stands(phone, "#approve-name-of-" + last.id, "Type your name. You are asked only once.");
                card.getByText("Comment", new Locator.GetByTextOptions().setExact(true))
                        .first()
                        .click();
                card.locator("#comment-name-of-" + last.id).fill("Ana");
                card.locator("#comment-of-" + last.id).fill("é".repeat(5200));
                card.getByText("Post comment").click();
                stands(phone, "#comment-of-" + last.id, "at most 5,000 characters");
                phone.shot("guest-refused-there");
            }
        }
    }

    private static void stands(Browser phone, String field, String why) {
        assertThat(phone.page.locator("main > .notice.bad")).containsText(why);
        assertThat(phone.page.locator(field)).isFocused();
        assertThat(phone.page.locator(field)).isInViewport();
        assertThat(phone.page.locator(field + "-error")).isInViewport();
    }

    @Test
    void theNameIsAskedOnceAndTheThanksAreInSight() {
        Pin first = kitchen.inReview("Apple tart");
        Pin second = kitchen.inReview("Basil pesto");
        String link = "/g/"
                + GuestSamples.link(kitchen.people, List.of(first, second)).text();
        try (Browser phone = Browser.open(Screen.PHONE)) {
            phone.go(link);
            phone.awake();
            phone.page.locator("#approve-name-of-" + second.id).pressSequentially("Ana");
            for (String other : List.of(
                    "#change-name-of-" + second.id, "#comment-name-of-" + second.id, "#approve-name-of-" + first.id)) {
                assertThat(phone.page.locator(other)).hasValue("Ana");
            }
            // Whoever types another name there means it.
            phone.page.locator("#approve-name-of-" + first.id).fill("Bea");
            phone.page.locator("#approve-name-of-" + second.id).fill("Ana Lind");
            assertThat(phone.page.locator("#approve-name-of-" + first.id)).hasValue("Bea");
            assertThat(phone.page.locator("#comment-name-of-" + second.id)).hasValue("Ana Lind");
            phone.page.locator("#talk-" + second.id + " > details > summary").click();
            phone.page.locator("#comment-of-" + second.id).fill("Lovely.");
            phone.page.locator("#pin-" + second.id).getByText("Post comment").click();
            assertThat(phone.page.locator(".flash")).containsText("Your comment is posted.");
            assertThat(phone.page.locator(".flash")).isInViewport();
            assertThat(phone.page.locator(".comment").getByText("Lovely.")).isInViewport();
            phone.page
                    .locator("#pin-" + second.id)
                    .getByRole(AriaRole.BUTTON, approve())
                    .click();
            assertThat(phone.page.locator(".flash")).containsText("Thank you. 1 more waits for you.");
            assertThat(phone.page.locator(".flash")).isInViewport();
            assertThat(phone.page.locator("#pin-" + first.id + " h2")).isInViewport();
            phone.shot("guest-thanks").mustBeAccessible().mustBeQuiet();
        }
    }
}
